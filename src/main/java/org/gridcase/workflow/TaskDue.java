package org.gridcase.workflow;

import java.time.Instant;
import java.util.Optional;
import org.gridcase.shared.CaseId;

/** Knows when a task is due whose model does not say. */
public interface TaskDue {

    /** @param process key of the model that the task is in */
    Optional<Instant> due(String process, CaseId id);

    /** One of {@link Urgency}, of a task that begins now. */
    default int urgency(String process, CaseId id) {
        return Urgency.NORMAL;
    }
}
