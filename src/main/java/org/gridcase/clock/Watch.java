package org.gridcase.clock;

import java.time.Instant;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A case under watch (督办).
 *
 * @param watchedBy the supervisor's account
 * @param replier {@code role@scope} of those who are to reply
 * @param reason masked, as {@code orders} are
 * @param dueAt when the reply is
 * @param rounds how often a reply was asked for
 * @param endedAt none as long as it is watched
 */
public record Watch(
        CaseId caseId,
        String district,
        String watchedBy,
        String replier,
        String reason,
        String orders,
        Instant beganAt,
        Instant dueAt,
        State state,
        int rounds,
        @Nullable String repliedBy,
        @Nullable Instant endedAt) {

    /** What it waits for, or how it ended. */
    public enum State {
        ASKED,
        REPLIED,
        SETTLED,
        /** It ended with the case. */
        OVER
    }
}
