/** A past to work on: years of plausible cases in the same tables as all others, told again the same by the same seed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "grid",
            "calendar",
            "catalogue",
            "policy",
            "casework",
            "clock",
            "intake",
            "photo",
            "privacy"
        })
package org.gridcase.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
