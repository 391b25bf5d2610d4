package org.gridcase.whatif;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial of a draft, under way or over.
 *
 * @param progress in percent
 * @param refused key of what was wrong, if it failed
 * @param stale whether the draft has been changed since
 */
public record Run(
        UUID id,
        UUID draft,
        String askedBy,
        Instant askedAt,
        Wanted wanted,
        State state,
        int progress,
        @Nullable String refused,
        boolean stale,
        @Nullable Result result) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
