/** When a city works: hours, holidays and make-up days, by district and version. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.gridcase.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
