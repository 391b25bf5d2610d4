package org.gridcase.integration.open311;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridcase.casework.CaseOrder;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/** Which requests a caller wants to see, in the specification's words. */
record Wanted(
        @Nullable String service_request_id,
        @Nullable String service_code,
        @Nullable String start_date,
        @Nullable String end_date,
        @Nullable String status,
        @Nullable String page_size,
        @Nullable String cursor) {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST = CaseQuery.MOST;

    /** The named requests; empty if others are wanted. */
    List<String> numbers() {
        List<String> numbers = list(service_request_id);
        if (numbers.size() > MOST) {
            throw GeoReportRefused.tooManyRequests(MOST);
        }
        return numbers;
    }

    /** The last 90 days unless told otherwise. */
    CaseQuery query(Clock clock) {
        Instant until = time("end_date", end_date);
        Instant from = time("start_date", start_date);
        if (until == null) {
            until = from == null ? clock.instant().plusSeconds(1) : from.plus(LONGEST);
        }
        if (from == null) {
            from = until.minus(LONGEST);
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw GeoReportRefused.spanTooLong(LONGEST.toDays());
        }
        String classes = String.join(",", list(service_code));
        return new CaseQuery(
                null,
                null,
                classes.isEmpty() ? null : classes,
                stages(),
                null,
                from,
                until,
                CaseOrder.NEWEST,
                cursor,
                size());
    }

    private Set<Stage> stages() {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (String asked : list(status)) {
            boolean closed = asked.equals("closed");
            if (!closed && !asked.equals("open")) {
                throw GeoReportRefused.unknownStatus(asked);
            }
            Arrays.stream(Stage.values())
                    .filter(stage -> stage.ended() == closed)
                    .forEach(stages::add);
        }
        return stages;
    }

    private int size() {
        try {
            return page_size == null || page_size.isBlank() ? MOST : Integer.parseInt(page_size.strip());
        } catch (NumberFormatException e) {
            throw GeoReportRefused.badNumber("page_size");
        }
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank()
                    ? null
                    : known(OffsetDateTime.parse(text.strip().replace(' ', '+')))
                            .toInstant();
        } catch (DateTimeException e) {
            throw GeoReportRefused.badTime(name);
        }
    }

    /** @throws DateTimeException if no calendar of ours has it */
    private static OffsetDateTime known(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("beyond the calendar");
        }
        return time;
    }

    private static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.replace("\u0000", "").split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }
}
