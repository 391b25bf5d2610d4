package org.gridcase.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.casework.CaseOrder;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the list's address asks for, as typed; what makes no sense is not asked.
 *
 * @param q number or words
 * @param stage a stage, or {@code open}
 * @param kind a class or group of classes
 * @param from a day
 * @param until a day, itself included
 * @param order {@code due}, else the newest first
 * @param after where a further page begins
 */
record CaseFilter(
        @Nullable String q,
        @Nullable String stage,
        @Nullable String kind,
        @Nullable String place,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String until,
        @Nullable String order,
        @Nullable String after) {
    private static final int LONGEST = 100;

    CaseQuery query(ZoneId zone) {
        return new CaseQuery(
                typed(q),
                typed(place),
                typed(kind),
                stages(),
                typed(unit),
                day(from, 0, zone),
                day(until, 1, zone),
                "due".equals(order) ? CaseOrder.DUE : CaseOrder.NEWEST,
                typed(after),
                CaseQuery.MOST);
    }

    public boolean asksNothing() {
        return Arrays.asList(q, stage, kind, place, unit, from, until).stream().allMatch(one -> typed(one) == null);
    }

    private Set<Stage> stages() {
        if ("open".equals(stage)) {
            return Arrays.stream(Stage.values()).filter(one -> !one.ended()).collect(Collectors.toSet());
        }
        return Arrays.stream(Stage.values())
                .filter(one -> one.name().equals(stage))
                .collect(Collectors.toSet());
    }

    static @Nullable Instant day(@Nullable String text, int later, ZoneId zone) {
        try {
            return Optional.ofNullable(typed(text))
                    .map(LocalDate::parse)
                    .map(day -> day.plusDays(later).atStartOfDay(zone).toInstant())
                    .orElse(null);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }
}
