/** The machine's proposals; people decide. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "casework", "catalogue", "photo", "policy", "identity"})
package org.gridcase.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
