/** How much of its time a case has used, how much is left, and who stopped or prolonged it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "privacy",
            "audit",
            "workflow",
            "identity",
            "grid",
            "calendar",
            "catalogue",
            "policy",
            "casework",
            "notice"
        })
package org.gridcase.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
