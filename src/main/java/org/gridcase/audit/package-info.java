/** Who did what to the system and who read what, and why, kept for the auditor. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.gridcase.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
