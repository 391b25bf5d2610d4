/** Every channel's report becomes a case, joins one, or is refused. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "limits",
            "privacy",
            "casework",
            "catalogue",
            "grid",
            "photo",
            "assistant",
            "identity",
            "policy",
            "workflow",
            "notice"
        })
package org.gridcase.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
