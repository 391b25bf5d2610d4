package org.gridcase.past;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;

/**
 * How long work takes, as a share of what it may take: it depends on who does it, on what it is, on how much there is to
 * do, on the hour and the season, and on what nobody can tell.
 */
final class Pace {
    /** A quarter of the limit, in the middle. */
    private static final double USUAL = Math.log(0.25);

    private static final double UNKNOWN = 0.5;

    private final long seed;
    private final Map<String, Double> known = new ConcurrentHashMap<>();

    Pace(long seed) {
        this.seed = seed;
    }

    double share(String unit, String serviceCode, Limit limit, LocalDateTime start, double pressure, Dice dice) {
        return Math.exp(USUAL
                + 0.34 * own("unit " + unit)
                + 0.24 * own("class " + serviceCode)
                + 0.20 * own("season " + unit + start.getMonthValue() / 3)
                + 0.95 * pressure
                + tight(limit)
                + untimely(limit, start)
                + UNKNOWN * dice.bell());
    }

    private double own(String thing) {
        return known.computeIfAbsent(thing, it -> Math.max(-2.2, Math.min(2.2, Dice.bell(seed, it))));
    }

    private static double tight(Limit limit) {
        return switch (limit.kind()) {
            case URGENT_HOURS -> limit.amount() <= 3 ? 0.38 : 0.1;
            case WORKING_HOURS -> limit.amount() <= 2 ? 0.22 : 0;
            case WORKING_DAYS, CALENDAR_DAYS -> limit.amount() >= 5 ? -0.15 : 0;
        };
    }

    /** Who works at night has few colleagues; who begins late on Friday forgets over the weekend. */
    private static double untimely(Limit limit, LocalDateTime start) {
        boolean dayAndNight = limit.kind() == LimitKind.URGENT_HOURS || limit.kind() == LimitKind.CALENDAR_DAYS;
        boolean weekend = start.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        if (dayAndNight) {
            return (isNight(start) ? 0.6 : 0) + (weekend ? 0.3 : 0);
        }
        return start.getDayOfWeek() == DayOfWeek.FRIDAY && start.getHour() >= 15
                ? 0.22
                : start.getHour() >= 16 ? 0.1 : 0;
    }

    static boolean isNight(LocalDateTime at) {
        return at.getHour() < 7 || at.getHour() >= 22;
    }
}
