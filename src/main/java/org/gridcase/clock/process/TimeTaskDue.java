package org.gridcase.clock.process;

import java.time.Instant;
import java.util.Optional;
import org.gridcase.casework.DueTimes;
import org.gridcase.clock.TimeMove;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.TaskDue;
import org.springframework.stereotype.Component;

/** Whether somebody gets more time is to be decided before there is none left. */
@Component
class TimeTaskDue implements TaskDue {
    private final DueTimes times;

    TimeTaskDue(DueTimes times) {
        this.times = times;
    }

    @Override
    public Optional<Instant> due(String process, CaseId id) {
        boolean running = process.equals(TimeMove.EXTENSION.process()) || process.equals(TimeMove.SUSPENSION.process());
        return running ? times.of(id) : Optional.empty();
    }
}
