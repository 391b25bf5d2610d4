package org.gridcase.policy.guard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as they may stand in a timer: neither so short nor so frequent that a process keeps itself busy. */
final class Times {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final Pattern CYCLE = Pattern.compile("R([1-9][0-9]{0,2})/(P.{1,30})");
    private static final int LONGEST_TEXT = 40;

    private Times() {}

    /** @param kind {@code timeDuration}, {@code timeDate} or {@code timeCycle} */
    static boolean isFine(String kind, String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            return false;
        }
        try {
            return switch (kind) {
                case "timeDuration" -> isFine(text);
                case "timeDate" -> OffsetDateTime.parse(text) != null;
                default -> {
                    Matcher cycle = CYCLE.matcher(text);
                    yield cycle.matches() && isFine(cycle.group(2));
                }
            };
        } catch (DateTimeException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static boolean isFine(String text) {
        Duration time = text.contains("T") || text.endsWith("D")
                ? Duration.parse(text)
                : Duration.ofDays(Period.parse(text).toTotalMonths() * 30
                        + Period.parse(text).getDays());
        return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
    }
}
