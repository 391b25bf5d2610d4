package org.gridcase.desk.form;

import java.time.Instant;
import java.util.List;
import org.gridcase.clock.Countdown;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A task's case as its widgets show it; nothing personal.
 *
 * @param limit such as {@code 4 工作时}
 * @param late whether the limit has run out
 * @param left none while no limit runs
 */
record TaskView(
        String id,
        String key,
        String number,
        String stage,
        @Nullable String className,
        @Nullable String serviceCode,
        String description,
        GeoPoint place,
        @Nullable String address,
        String area,
        String grid,
        @Nullable String limit,
        @Nullable Instant dueAt,
        boolean late,
        @Nullable Countdown left,
        @Nullable String unit,
        Instant reportedAt,
        int returns,
        int reworks,
        List<Picture> before,
        List<Picture> after,
        List<Step> timeline,
        List<Guess> proposals,
        @Nullable Request request) {

    record Picture(String id, String thumbnail, String display) {}

    record Step(
            String move, String actor, Instant at, @Nullable String reason) {}

    /** What is asked for, which the task decides. */
    record Request(String what, @Nullable String amount, String who, Instant at, String reason) {}

    record Guess(String value, String label, double confidence) {}
}
