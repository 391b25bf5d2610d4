package org.gridcase.clock.web;

import java.util.Set;
import org.gridcase.casework.Stage;
import org.gridcase.clock.DeadlineQuery;
import org.gridcase.clock.Lamp;
import org.jspecify.annotations.Nullable;

/** What an address asks for; what is empty is not asked. */
record Asked(
        @Nullable String district,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String kind,
        @Nullable Stage stage,
        @Nullable Lamp lamp,
        @Nullable String after) {
    private static final int LONGEST = 80;
    private static final String NO_CODE = "?";

    DeadlineQuery query() {
        return new DeadlineQuery(
                typed(district),
                typed(street),
                typed(unit),
                typed(kind),
                stage == null ? Set.of() : Set.of(stage),
                lamp);
    }

    /** No code is longer, and none holds signs that cannot be written. */
    static @Nullable String typed(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String code = text.strip();
        return code.length() > LONGEST || code.chars().anyMatch(Character::isISOControl) ? NO_CODE : code;
    }
}
