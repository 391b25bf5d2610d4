package org.gridcase.whatif;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tried.
 *
 * @param until the day after the last one looked at
 * @param district none: the whole city
 * @param assumed of steps that nobody has ever done, by their ids
 */
public record Wanted(int days, LocalDate until, @Nullable String district, long seed, Map<String, Assumed> assumed) {
    public static final int MOST_DAYS = 60;
    static final int LONGEST_STEP = 60 * 24 * 14;
    private static final int MOST_STEPS = 40;

    public Wanted {
        assumed = Map.copyOf(assumed);
    }

    /** @throws WhatIfRefused if no such past could be looked at */
    Wanted checked(LocalDate today) {
        if (days < 1 || days > MOST_DAYS) {
            throw WhatIfRefused.days(MOST_DAYS);
        }
        if (until.isAfter(today.plusDays(1)) || until.isBefore(today.minusYears(10))) {
            throw WhatIfRefused.until();
        }
        if (assumed.size() > MOST_STEPS
                || assumed.values().stream().anyMatch(it -> it.minutes() < 0 || it.minutes() > LONGEST_STEP)) {
            throw WhatIfRefused.minutes(LONGEST_STEP);
        }
        return this;
    }
}
