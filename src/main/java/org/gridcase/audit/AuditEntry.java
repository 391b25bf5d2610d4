package org.gridcase.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody did something to the system.
 *
 * @param actor an account
 * @param action in the manner of {@code job.retry}
 * @param subject what it was done to: a case's id, a release, a photo
 * @param reason in the actor's words
 * @param detail what else an auditor asks; nothing personal
 */
public record AuditEntry(
        String actor,
        String action,
        String subject,
        @Nullable String reason,
        Map<String, ?> detail) {}
