/** How likely it is that a case which is being handled ends late, and why: learnt from those that have ended. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalogue", "casework", "clock"})
package org.gridcase.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
