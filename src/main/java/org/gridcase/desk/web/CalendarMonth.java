package org.gridcase.desk.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A month as its sheet hangs on the wall: weeks from Monday, empty where another month's days are.
 *
 * @param working how many working days it has
 */
record CalendarMonth(int number, int working, List<List<@Nullable Day>> weeks) {
    private static final int WEEK = 7;

    /**
     * @param mood {@code work}, {@code rest}, {@code holiday} or {@code makeup}
     * @param name of the holiday, if it is one or makes up for one
     */
    record Day(int number, String mood, @Nullable String name) {}

    static List<CalendarMonth> of(int year, WorkingCalendar calendar) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> of(YearMonth.of(year, month), calendar))
                .toList();
    }

    private static CalendarMonth of(YearMonth month, WorkingCalendar calendar) {
        LocalDate first = month.atDay(1);
        int before = first.getDayOfWeek().getValue() - 1;
        int cells = (before + month.lengthOfMonth() + WEEK - 1) / WEEK * WEEK;
        var weeks = new ArrayList<List<@Nullable Day>>();
        for (int cell = 0; cell < cells; cell += WEEK) {
            var week = new ArrayList<@Nullable Day>();
            for (int day = cell - before; day < cell - before + WEEK; day++) {
                LocalDate date = first.plusDays(day);
                week.add(YearMonth.from(date).equals(month) ? day(date, calendar) : null);
            }
            weeks.add(week);
        }
        long working = first.datesUntil(first.plus(1, ChronoUnit.MONTHS))
                .filter(calendar::works)
                .count();
        return new CalendarMonth(month.getMonthValue(), (int) working, weeks);
    }

    private static Day day(LocalDate date, WorkingCalendar calendar) {
        SpecialDay special = calendar.special(date);
        if (special == null) {
            return new Day(date.getDayOfMonth(), calendar.works(date) ? "work" : "rest", null);
        }
        return new Day(date.getDayOfMonth(), special.working() ? "makeup" : "holiday", special.name());
    }
}
