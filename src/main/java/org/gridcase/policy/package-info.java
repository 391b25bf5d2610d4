/** Releases of flow, rules and forms, and typed decisions with their records. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "privacy", "workflow", "calendar", "catalogue", "identity", "audit"})
package org.gridcase.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
