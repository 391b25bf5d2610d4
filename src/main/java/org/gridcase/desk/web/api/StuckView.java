package org.gridcase.desk.web.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridcase.desk.process.StuckCase;
import org.jspecify.annotations.Nullable;

/**
 * Stuck cases as the API tells them.
 *
 * @param failed with the job to try again
 * @param unheld with the task to hand over
 * @param still without progress
 */
record StuckView(List<Line> failed, List<Line> unheld, List<Line> still) {

    /** One of them. */
    record Line(
            UUID id,
            String number,
            String stage,
            @Nullable String activity,
            Instant since,
            @Nullable String job,
            @Nullable String task,
            @Nullable String group) {

        static Line of(StuckCase one) {
            return new Line(
                    one.id().value(),
                    one.number(),
                    one.stage().name(),
                    one.activity(),
                    one.since(),
                    one.job(),
                    one.task(),
                    one.group());
        }
    }

    static StuckView of(List<StuckCase> failed, List<StuckCase> unheld, List<StuckCase> still) {
        return new StuckView(lines(failed), lines(unheld), lines(still));
    }

    private static List<Line> lines(List<StuckCase> them) {
        return them.stream().map(Line::of).toList();
    }
}
