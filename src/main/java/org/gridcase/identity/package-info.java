/** Staff and their grants (role, scope), the scope hierarchy, and the engine's view of both. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "workflow", "audit", "limits"})
package org.gridcase.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
