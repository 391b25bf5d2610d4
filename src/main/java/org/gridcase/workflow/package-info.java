/** The engine seam: process contracts, task inbox, engine configuration and guards. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.gridcase.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
