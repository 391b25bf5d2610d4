/** How often one may come: counted on all nodes together, by who one is or where one comes from. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.gridcase.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
