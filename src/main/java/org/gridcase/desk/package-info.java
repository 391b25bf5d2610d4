/** Staff pages and API that show a case whole. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "privacy",
            "audit",
            "workflow",
            "identity",
            "identity :: leave",
            "grid",
            "calendar",
            "catalogue",
            "photo",
            "policy",
            "policy :: form",
            "policy :: guard",
            "backtest",
            "casework",
            "clock",
            "forecast",
            "notice",
            "assistant",
            "intake",
            "dispatch",
            "verification"
        })
package org.gridcase.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
