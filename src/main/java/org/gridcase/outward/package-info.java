/** The one way in which this program calls others over HTTP by addresses that it was given. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package org.gridcase.outward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
