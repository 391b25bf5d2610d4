/** The core: a case, its stage, its timeline and its search. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "privacy",
            "workflow",
            "identity",
            "audit",
            "grid",
            "calendar",
            "catalogue",
            "policy",
            "photo"
        })
package org.gridcase.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
