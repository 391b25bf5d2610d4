package org.gridcase.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which moments count as working time. Within a year without known holidays the weekdays alone decide, and {@link
 * #knows} says so.
 */
public final class WorkingCalendar {
    private final ZoneId zone;
    private final WorkingHours hours;
    private final Map<LocalDate, SpecialDay> special;
    private final Set<Integer> years;
    private final Duration day;

    /**
     * @param years those whose holidays are known
     * @throws CalendarRefused if a known year has no working day
     */
    public WorkingCalendar(ZoneId zone, WorkingHours hours, Collection<SpecialDay> days, Set<Integer> years) {
        this.zone = zone;
        this.hours = hours;
        this.special = new HashMap<>();
        days.forEach(it -> special.put(it.date(), it));
        this.years = Set.copyOf(years);
        this.day = hours.day();
        for (int year : years) {
            if (LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .noneMatch(this::works)) {
                throw CalendarRefused.noWorkingTime();
            }
        }
    }

    public boolean works(LocalDate date) {
        SpecialDay it = special.get(date);
        return it == null ? hours.days().contains(date.getDayOfWeek()) : it.working();
    }

    public @Nullable SpecialDay special(LocalDate date) {
        return special.get(date);
    }

    public WorkingHours hours() {
        return hours;
    }

    public Set<Integer> years() {
        return years;
    }

    public Collection<SpecialDay> specialDays() {
        return special.values();
    }

    /** Whether the holidays of every year from one moment to the other are known. */
    public boolean knows(Instant from, Instant to) {
        for (int year = date(from).getYear(); year <= date(to).getYear(); year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }

    /** The working time of one working day, by which days are counted. */
    public Duration day() {
        return day;
    }

    /** The moment this much working time has run since {@code start}; at a span's end, that end, not the next start. */
    public Instant after(Instant start, Duration budget) {
        if (budget.isZero()) {
            return start;
        }
        Duration left = budget;
        for (LocalDate date = date(start); ; date = date.plusDays(1)) {
            if (!works(date)) {
                continue;
            }
            if (left.compareTo(day) > 0 && date.isAfter(date(start))) {
                left = left.minus(day);
                continue;
            }
            for (Span span : hours.spans()) {
                Instant from = later(start, at(date, span.start()));
                Instant to = at(date, span.end());
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

    /** How much working time lies between the two; none if they are the wrong way round. */
    public Duration between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        LocalDate first = date(from);
        LocalDate last = date(to);
        Duration sum = Duration.ZERO;
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (works(date)) {
                boolean whole = date.isAfter(first) && date.isBefore(last);
                sum = sum.plus(whole ? day : within(date, from, to));
            }
        }
        return sum;
    }

    /** When working time runs between the two, in order. */
    public List<Stretch> stretches(Instant from, Instant to) {
        List<Stretch> all = new ArrayList<>();
        for (LocalDate date = date(from); !date.isAfter(date(to)); date = date.plusDays(1)) {
            if (works(date)) {
                for (Span span : hours.spans()) {
                    Instant start = later(from, at(date, span.start()));
                    Instant end = at(date, span.end());
                    if (start.isBefore(end) && start.isBefore(to)) {
                        all.add(new Stretch(start, end.isAfter(to) ? to : end));
                    }
                }
            }
        }
        return all;
    }

    private Duration within(LocalDate date, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Span span : hours.spans()) {
            Instant start = later(from, at(date, span.start()));
            Instant end = at(date, span.end());
            if (end.isAfter(to)) {
                end = to;
            }
            if (start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    private Instant at(LocalDate date, int minute) {
        return date.atStartOfDay(zone).toInstant().plusSeconds(minute * 60L);
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
