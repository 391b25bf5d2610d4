/** The machine's proposals; people decide. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "casework", "grid", "catalogue", "photo", "policy", "identity", "workflow"})
package org.gridcase.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
