package org.gridcase.desk.process;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Running cases on their way to another release.
 *
 * @param release to which they go
 * @param total how many were to move when it began
 * @param moved how many have
 * @param kept how many stay as they are, because the release has no place for where they stand
 * @param lastCase how far it has come
 */
public record MigrationRun(
        UUID id,
        int release,
        State state,
        String askedBy,
        String reason,
        Instant askedAt,
        @Nullable Instant endedAt,
        int total,
        int moved,
        int kept,
        @Nullable UUID lastCase) {

    /** How far it has come. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED
    }
}
