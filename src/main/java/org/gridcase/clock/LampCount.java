package org.gridcase.clock;

import org.jspecify.annotations.Nullable;

/**
 * How many open cases show each lamp.
 *
 * @param code the stage's or unit's; none for cases that no unit has
 * @param none cases of which no limit runs
 */
public record LampCount(@Nullable String code, int green, int yellow, int red, int none) {

    public LampCount plus(LampCount other) {
        return new LampCount(code, green + other.green, yellow + other.yellow, red + other.red, none + other.none);
    }
}
