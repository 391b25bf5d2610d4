package org.gridcase.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for, the last first.
 *
 * @param subject its id
 * @param until not itself included
 * @param after where a further page begins, as {@link AuditPage#next()} said
 */
public record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String after) {

    /** The same, further on. */
    public AuditQuery after(@Nullable String next) {
        return new AuditQuery(actor, action, subject, from, until, next);
    }
}
