/** What a draft's flow would do to the city: a past replayed through it, with times and staffing learnt from history. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "workflow", "policy", "grid", "calendar", "catalogue", "identity", "audit"})
package org.gridcase.whatif;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
