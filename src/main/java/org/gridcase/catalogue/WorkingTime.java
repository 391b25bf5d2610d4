package org.gridcase.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The hours of the week in which working limits run. */
record WorkingTime(Set<DayOfWeek> days, List<Span> spans) {

    /** From one time of the day to a later one. */
    record Span(LocalTime from, LocalTime to) {}

    static final WorkingTime STANDARD = new WorkingTime(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(
                    new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new Span(LocalTime.of(14, 0), LocalTime.of(18, 0))));

    /** How much working time a working day has. */
    Duration day() {
        return spans.stream()
                .map(span -> Duration.between(span.from(), span.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The moment this much working time has run since {@code start}; at a span's end, that end, not the next start. */
    Instant after(Instant start, Duration budget, ZoneId zone) {
        Duration left = budget;
        for (LocalDate date = start.atZone(zone).toLocalDate(); ; date = date.plusDays(1)) {
            if (!days.contains(date.getDayOfWeek())) {
                continue;
            }
            for (Span span : spans) {
                Instant from =
                        later(start, date.atTime(span.from()).atZone(zone).toInstant());
                Instant to = date.atTime(span.to()).atZone(zone).toInstant();
                if (!from.isBefore(to)) {
                    continue;
                }
                Duration available = Duration.between(from, to);
                if (available.compareTo(left) >= 0) {
                    return from.plus(left);
                }
                left = left.minus(available);
            }
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
