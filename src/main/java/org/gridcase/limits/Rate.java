package org.gridcase.limits;

import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** So many calls in so much time: that many at once at most, and then evenly as time goes on. */
public record Rate(int calls, Duration per) {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST = 10_000_000;

    public Rate {
        if (calls < 1 || calls > MOST || per.toMillis() < 1 || per.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not 1 to " + MOST + " calls in at most a day");
        }
    }

    /** @param text such as {@code 3000/10m} */
    public static Rate of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no rate such as 3000/10m: " + text);
        }
        return new Rate(Integer.parseInt(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
    }

    /** In how much time one call is forgotten. */
    Duration each() {
        return per.dividedBy(calls);
    }
}
