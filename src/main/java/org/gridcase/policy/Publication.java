package org.gridcase.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release on its way into force.
 *
 * @param failure why it never came; none unless it failed
 */
public record Publication(
        int release,
        UUID draft,
        State state,
        Reach reach,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable Obstacle failure) {

    /** How far it has come. */
    public enum State {
        /** Nodes compile its tables and try its examples. */
        PREPARING,
        /** In force, now or from the time that was asked for. */
        DONE,
        FAILED
    }
}
