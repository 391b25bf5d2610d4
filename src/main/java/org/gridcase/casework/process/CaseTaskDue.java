package org.gridcase.casework.process;

import java.time.Instant;
import java.util.Optional;
import org.gridcase.casework.DueTimes;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.TaskDue;
import org.springframework.stereotype.Component;

/** A case's tasks are due when the case is. */
@Component
class CaseTaskDue implements TaskDue {
    private final DueTimes times;

    CaseTaskDue(DueTimes times) {
        this.times = times;
    }

    @Override
    public Optional<Instant> due(String process, CaseId id) {
        return process.equals(CaseHandling.KEY) ? times.of(id) : Optional.empty();
    }

    @Override
    public int urgency(String process, CaseId id) {
        return times.urgency(id);
    }
}
