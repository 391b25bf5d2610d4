package org.gridcase.desk.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.gridcase.workflow.InboxTask;
import org.jspecify.annotations.Nullable;

/** A human task as the API lists it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Task")
record TaskLine(
        String id,

        @Schema(description = "The task's key in the model, which names its form")
        String key,

        String name,
        String caseId,

        @Schema(description = "Who has claimed it") @Nullable
        String assignee,

        Instant createdAt) {

    static TaskLine of(InboxTask it) {
        return new TaskLine(it.id(), it.key(), it.name(), it.caseId().toString(), it.assignee(), it.createdAt());
    }
}
