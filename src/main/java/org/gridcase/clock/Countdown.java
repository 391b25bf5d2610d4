package org.gridcase.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a limit, for a script that counts it down by itself.
 *
 * @param left milliseconds of counted time; less than nothing once it is overdrawn
 * @param day how many of them people call a day
 * @param counts pairs of when it starts and stops to count, in milliseconds from now
 */
public record Countdown(Lamp lamp, long left, boolean working, long day, List<long[]> counts) {

    public static Countdown of(Remaining it) {
        long now = it.now().toEpochMilli();
        return new Countdown(
                it.lamp(),
                it.left().toMillis(),
                it.counted() == Counted.WORKING,
                it.day().toMillis(),
                it.counts().stream()
                        .map(stretch -> new long[] {
                            stretch.from().toEpochMilli() - now, stretch.to().toEpochMilli() - now
                        })
                        .toList());
    }

    public static @Nullable Countdown ofAny(@Nullable Remaining it) {
        return it == null ? null : of(it);
    }
}
