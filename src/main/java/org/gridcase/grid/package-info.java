/** Grids, units, workers and duties; which grids contain a point; the demo city. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity"})
package org.gridcase.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
