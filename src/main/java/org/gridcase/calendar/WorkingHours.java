package org.gridcase.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The days of the week on which people work, and from when to when.
 *
 * @param spans of a working day, in order and apart from each other
 */
public record WorkingHours(Set<DayOfWeek> days, List<Span> spans) {
    public static final int MOST_SPANS = 6;

    /** As the standard has them: Monday to Friday, 08:00 to 12:00 and 14:00 to 18:00. */
    public static final WorkingHours STANDARD = new WorkingHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(
                    new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)),
                    new Span(LocalTime.of(14, 0), LocalTime.of(18, 0))));

    /** When noise is allowed: the law's night is from 22:00 to 06:00. */
    public static final WorkingHours BY_DAY = new WorkingHours(
            EnumSet.allOf(DayOfWeek.class), List.of(new Span(LocalTime.of(6, 0), LocalTime.of(22, 0))));

    /** @throws CalendarRefused if there is no working time or spans overlap */
    public WorkingHours {
        if (days.isEmpty() || spans.isEmpty()) {
            throw CalendarRefused.noWorkingTime();
        }
        if (spans.size() > MOST_SPANS) {
            throw CalendarRefused.tooManySpans(MOST_SPANS);
        }
        days = Set.copyOf(days);
        spans = spans.stream().sorted(Comparator.comparing(Span::from)).toList();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start() < spans.get(i - 1).end()) {
                throw CalendarRefused.overlap(spans.get(i - 1), spans.get(i));
            }
        }
    }

    /** How much working time a working day has. */
    public Duration day() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
