package org.gridcase.past;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridcase.calendar.SpecialDay;
import org.gridcase.calendar.WorkingCalendar;

/** How many cases each day has: fewer at weekends and on holidays, more in summer, most in a storm. */
final class Rhythm {
    private static final double[] WEEK = {1.10, 1.05, 1.02, 1.02, 1.06, 0.90, 0.85};
    private static final double FREE_DAY = 0.78;
    private static final double STORM = 1.3;

    /** By hour, for people who report while they work, people who report at any time, and machines. */
    private static final double[][] HOURS = {
        {1, 1, 1, 1, 1, 3, 10, 40, 90, 100, 90, 60, 30, 45, 85, 90, 80, 55, 25, 15, 9, 6, 4, 2},
        {8, 5, 4, 3, 3, 6, 18, 45, 75, 85, 80, 65, 50, 50, 65, 75, 78, 75, 70, 65, 58, 45, 28, 15},
        {25, 22, 20, 20, 22, 30, 55, 80, 85, 80, 75, 70, 65, 65, 70, 75, 80, 85, 80, 70, 60, 50, 40, 30}
    };

    private final long seed;
    private final LocalDate first;
    private final WorkingCalendar calendar;
    private final int[] cases;
    private final long[] before;

    Rhythm(long seed, LocalDate first, LocalDate until, int perDay, WorkingCalendar calendar) {
        this.seed = seed;
        this.first = first;
        this.calendar = calendar;
        List<LocalDate> days = first.datesUntil(until).toList();
        double sum = days.stream().mapToDouble(this::factor).sum();
        this.cases = new int[days.size()];
        this.before = new long[days.size() + 1];
        for (int i = 0; i < cases.length; i++) {
            cases[i] = (int) Math.max(1, Math.round(perDay * factor(days.get(i)) * cases.length / sum));
            before[i + 1] = before[i] + cases[i];
        }
    }

    List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            days.add(first.plusDays(i));
        }
        return days;
    }

    int cases(LocalDate day) {
        return cases[index(day)];
    }

    /** On the days before this one. */
    long before(LocalDate day) {
        return before[index(day)];
    }

    long all() {
        return before[cases.length];
    }

    private int index(LocalDate day) {
        return (int) (day.toEpochDay() - first.toEpochDay());
    }

    private double factor(LocalDate day) {
        double season = 1 + 0.13 * Math.sin(2 * Math.PI * (day.getDayOfYear() - 110) / 365.0);
        double week = WEEK[day.getDayOfWeek().getValue() - 1];
        double free = isHoliday(day) ? FREE_DAY : 1;
        double noise = Math.exp(0.06 * Dice.bell(seed, "day " + day));
        return season * week * free * noise * (stormy(day) ? STORM : 1);
    }

    boolean isHoliday(LocalDate day) {
        SpecialDay special = calendar.special(day);
        return special != null && !special.working();
    }

    boolean stormy(LocalDate day) {
        boolean summer = day.getMonthValue() >= 6 && day.getMonthValue() <= 9;
        return Dice.share(seed, "storm " + day) < (summer ? 0.07 : 0.008);
    }

    boolean icy(LocalDate day) {
        boolean winter = day.getMonthValue() == 12 || day.getMonthValue() <= 2;
        return winter && Dice.share(seed, "ice " + day) < 0.08;
    }

    /** How much more than usual a place has to bear these days: weeks that swell and ebb, and single days. */
    double pressure(String place, LocalDate day) {
        long week = day.toEpochDay() / 7;
        double within = (day.toEpochDay() % 7) / 7.0;
        double slow = (1 - within) * Dice.bell(seed, place + " week " + week)
                + within * Dice.bell(seed, place + " week " + (week + 1));
        double storm = stormy(day) ? 0.5 : stormy(day.minusDays(1)) ? 0.25 : 0;
        return 0.32 * slow + 0.10 * Dice.bell(seed, place + " day " + day) + storm;
    }

    /** Seconds of the day at which it was reported. */
    static int second(Dice dice, Channel channel) {
        double[] hours = HOURS[channel.hours()];
        double sum = 0;
        for (double hour : hours) {
            sum += hour;
        }
        double left = dice.share() * sum;
        int hour = 0;
        while (hour < 23 && left > hours[hour]) {
            left -= hours[hour++];
        }
        return hour * 3_600 + dice.below(3_600);
    }
}
