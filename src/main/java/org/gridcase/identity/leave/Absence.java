package org.gridcase.identity.leave;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is away from work for some days.
 *
 * @param substitute who stands in; nobody if colleagues hold the same grants
 * @param lastDay itself included
 * @param begunAt when it took effect
 * @param endedAt when it ended, or was cancelled if it never began
 */
public record Absence(
        UUID id,
        String staff,
        @Nullable String substitute,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String enteredBy,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt) {

    public State state() {
        if (endedAt != null) {
            return begunAt == null ? State.CANCELLED : State.ENDED;
        }
        return begunAt == null ? State.PLANNED : State.RUNNING;
    }

    boolean due(LocalDate today) {
        return state() == State.PLANNED && !firstDay.isAfter(today) || over(today);
    }

    boolean over(LocalDate today) {
        return endedAt == null && lastDay.isBefore(today);
    }

    /** How far it has come. */
    public enum State {
        PLANNED,
        RUNNING,
        ENDED,
        CANCELLED
    }
}
