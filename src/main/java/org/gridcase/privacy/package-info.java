/** What is personal: hidden in everything shown, kept apart, shown for a reason, gone in time or when asked for. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.gridcase.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
