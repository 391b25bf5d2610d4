package org.gridcase.clock.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.gridcase.clock.Countdown;
import org.gridcase.clock.OpenCase;
import org.gridcase.clock.Remaining;
import org.jspecify.annotations.Nullable;

/**
 * An open case as one line, in the reader's language.
 *
 * @param watched a supervisor wants to know how it goes
 * @param left none while no limit runs
 * @param process the engine's instance that carries it
 */
record OpenLine(
        String id,
        String number,
        String className,
        String street,
        String stage,
        String unit,
        String reported,
        @Nullable String due,
        boolean watched,
        @Nullable Countdown left,
        @Nullable String process) {
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    static OpenLine of(OpenCase it, boolean watched, @Nullable Remaining left, Named.Names names, ZoneId zone) {
        var minute = MINUTE.withZone(zone);
        return new OpenLine(
                it.id().toString(),
                it.number(),
                names.ofClass(it.serviceCode()),
                names.ofArea(it.street()),
                names.ofStage(it.stage()),
                names.ofUnit(it.unit()),
                minute.format(it.reportedAt()),
                it.dueAt() == null ? null : minute.format(it.dueAt()),
                watched,
                Countdown.ofAny(left),
                it.process());
    }
}
