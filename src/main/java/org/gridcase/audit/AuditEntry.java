package org.gridcase.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something to the system.
 *
 * @param actor an account, or what is none and says so, such as {@code anybody}
 * @param action in the manner of {@code job.retry}
 * @param reason in the actor's words; may be erased
 * @param detail what else an auditor asks; the only place, beside the reason, for what can name a person
 */
public record AuditEntry(
        String actor,
        String action,
        Subject subject,
        @Nullable String reason,
        Map<String, ?> detail) {}
