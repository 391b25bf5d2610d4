package org.gridcase.clock;

import java.time.Instant;
import java.util.UUID;
import org.gridcase.catalogue.Limit;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What a unit asked for about its time, and what became of it.
 *
 * @param unit whose time it is
 * @param amount how much: an extension in units of the case's limit, a suspension in days; none for an appeal
 * @param reason masked, as {@code decidedReason}
 * @param askedFor in whose place, as {@code decidedFor}
 * @param allowedBy row of the release's table that allows it
 * @param until when a granted suspension ends by itself
 * @param overAt when it did, or before that
 */
public record TimeRequest(
        UUID id,
        CaseId caseId,
        TimeMove move,
        State state,
        String unit,
        @Nullable Limit amount,
        String reason,
        String askedBy,
        @Nullable String askedFor,
        Instant askedAt,
        String allowedBy,
        @Nullable String decidedBy,
        @Nullable String decidedFor,
        @Nullable String decidedReason,
        @Nullable Instant decidedAt,
        @Nullable Instant until,
        @Nullable Instant overAt) {

    /** Where it stands; also what its lines of the timeline say. */
    public enum State {
        OPEN,
        GRANTED,
        REFUSED,
        /** By those who asked. */
        WITHDRAWN,
        /** By itself: the case went on without it. */
        LAPSED
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether the clock stands because of it. */
    public boolean standing() {
        return until != null && overAt == null;
    }
}
