package org.gridcase.clock;

import org.jspecify.annotations.Nullable;

/**
 * A posting with who made it and why.
 *
 * @param unit whose time starts
 * @param calendar version of the calendars by which it was counted
 */
public record LedgerLine(
        Kind clock,
        Posting posting,
        @Nullable String unit,
        String actor,
        @Nullable String why,
        int calendar) {}
