/** Classes of cases and the filing standard. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar"})
package org.gridcase.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
