package org.gridcase.backtest;

import org.gridcase.catalogue.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a case comes to.
 *
 * @param minor none if it ended before that was asked
 * @param unit none if no unit handles it
 */
record Outcome(
        @Nullable String serviceCode,
        boolean byPerson,
        @Nullable Boolean minor,
        @Nullable String unitKind,
        @Nullable String unit,
        @Nullable Limit limit) {}
