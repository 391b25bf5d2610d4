package org.gridcase.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a calendar, for whoever looks back.
 *
 * @param district none: the whole city
 * @param year whose holidays it brought; none if it brought other hours
 * @param purpose of the hours
 */
public record CalendarChange(
        int version,
        @Nullable String district,
        @Nullable Integer year,
        Purpose purpose,
        Instant at,
        String by,
        String reason) {}
