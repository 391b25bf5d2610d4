package org.gridcase.workflow;

import java.time.Instant;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A human task as its worker sees it.
 *
 * @param key the task's key in the model, which names its form
 * @param name as the model calls it, in Chinese
 * @param assignee who has claimed it
 */
public record InboxTask(
        String id,
        String key,
        String name,
        CaseId caseId,
        @Nullable String assignee,
        Instant createdAt) {}
