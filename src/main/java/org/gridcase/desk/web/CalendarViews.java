package org.gridcase.desk.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.calendar.CalendarChange;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.Spans;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.desk.Calendaring;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A working calendar as its page shows it. */
@Component
class CalendarViews {
    private static final int CHANGES = 20;

    private final Calendars calendars;
    private final Calendaring calendaring;
    private final Naming naming;
    private final Times times;
    private final Clock clock;
    private final ZoneId zone;

    CalendarViews(Calendars calendars, Calendaring calendaring, Naming naming, Times times, Clock clock, ZoneId zone) {
        this.calendars = calendars;
        this.calendaring = calendaring;
        this.naming = naming;
        this.times = times;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * @param of the district; empty for the city
     * @param known whether the year's holidays are there
     * @param own whether they, or the hours, are the district's own
     * @param spans as one line
     * @param mayChange whether this reader may
     */
    record View(
            String of,
            int year,
            List<Choice> places,
            List<Integer> years,
            boolean known,
            boolean ownYear,
            boolean ownHours,
            List<Weekday> weekdays,
            String spans,
            String noisy,
            String day,
            int working,
            List<CalendarMonth> months,
            List<Change> changes,
            boolean mayChange) {}

    /** A day of the week and whether it is worked on. */
    record Weekday(int number, boolean worked) {}

    /** One version: when, by whom, what and why. */
    record Change(int version, String at, String who, String what, String reason) {}

    int thisYear() {
        return LocalDate.ofInstant(clock.instant(), zone).getYear();
    }

    View of(@Nullable String district, int year, String account, Locale locale) {
        Names names = naming.in(locale);
        WorkingCalendar calendar = calendars.of(district);
        var years = new TreeSet<>(calendar.years());
        years.addAll(List.of(thisYear(), thisYear() + 1, year));
        List<CalendarMonth> months = CalendarMonth.of(year, calendar);
        return new View(
                district == null ? "" : district,
                year,
                places(names),
                List.copyOf(years),
                calendar.years().contains(year),
                district != null && calendars.hasOwnYear(district, year),
                district != null && calendars.hasOwnHours(district),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Weekday(
                                day.getValue(), calendar.hours().days().contains(day)))
                        .toList(),
                spans(calendar),
                spans(calendars.noisy(district)),
                hours(calendar),
                months.stream().mapToInt(CalendarMonth::working).sum(),
                months,
                calendars.changes(district, CHANGES).stream()
                        .map(change -> change(change, names))
                        .toList(),
                calendaring.mayChange(account, district));
    }

    private List<Choice> places(Names names) {
        return Stream.concat(
                        Stream.of(new Choice("", names.say("desk.calendars.city"))),
                        calendaring.districts().stream().map(area -> new Choice(area.code(), area.name())))
                .toList();
    }

    private static String spans(WorkingCalendar calendar) {
        return calendar.hours().spans().stream().map(Spans::text).collect(Collectors.joining(" "));
    }

    private static String hours(WorkingCalendar calendar) {
        double hours = calendar.day().toMinutes() / 60.0;
        return hours == Math.rint(hours) ? String.valueOf((int) hours) : String.format(Locale.ROOT, "%.1f", hours);
    }

    private Change change(CalendarChange change, Names names) {
        String what = change.year() == null
                ? names.say("desk.calendars.change.hours." + change.purpose())
                : names.say("desk.calendars.change.year", String.valueOf(change.year()));
        return new Change(
                change.version(), times.minute(change.at()), names.ofActor(change.by()), what, change.reason());
    }
}
