package org.gridcase.clock.web;

import java.time.Duration;
import java.time.ZoneId;
import org.gridcase.casework.Stage;
import org.gridcase.clock.EndedCase;
import org.jspecify.annotations.Nullable;

/**
 * An ended case as one line, in the reader's language.
 *
 * @param stage how it ended
 * @param took milliseconds from the report to the end, as the clock on the wall counts
 * @param used counted milliseconds of whoever handled it
 */
record EndedLine(
        String id,
        String number,
        String className,
        String street,
        Stage stage,
        String stageName,
        String unit,
        String opened,
        String closed,
        boolean late,
        boolean exempt,
        long took,
        @Nullable Long used,
        @Nullable Long limit) {

    static EndedLine of(EndedCase it, Named.Names names, ZoneId zone) {
        var minute = OpenLine.MINUTE.withZone(zone);
        Duration used = it.used();
        Duration limit = it.limit();
        return new EndedLine(
                it.id().toString(),
                it.number(),
                names.ofClass(it.serviceCode()),
                names.ofArea(it.street()),
                it.stage(),
                names.ofStage(it.stage()),
                names.ofUnit(it.unit()),
                minute.format(it.reportedAt()),
                minute.format(it.closedAt()),
                it.late(),
                it.exempt(),
                Duration.between(it.reportedAt(), it.closedAt()).toMillis(),
                used == null ? null : used.toMillis(),
                limit == null ? null : limit.toMillis());
    }
}
