package org.gridcase.clock.process;

import java.time.Instant;
import java.util.Optional;
import org.gridcase.clock.Watch;
import org.gridcase.clock.Watches;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.TaskDue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A reply is due when the supervisor said. */
@Component
class WatchTaskDue implements TaskDue {
    private final ObjectProvider<Watches> watches;

    WatchTaskDue(ObjectProvider<Watches> watches) {
        this.watches = watches;
    }

    @Override
    public Optional<Instant> due(String process, CaseId id) {
        return process.equals(Supervise.KEY) ? watches.getObject().of(id).map(Watch::dueAt) : Optional.empty();
    }
}
