/** Open311 and other outside systems. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "limits",
            "intake",
            "casework",
            "clock",
            "catalogue",
            "photo",
            "grid",
            "identity"
        })
package org.gridcase.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
