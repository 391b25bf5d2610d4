package org.gridcase.clock.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequests;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.TaskCompletion;
import org.springframework.stereotype.Component;

/** Completes the tasks in which requests about time are decided. */
@Component
class TimeTasks implements TaskCompletion {
    private static final String GRANTED = "granted";

    private final TimeRequests requests;

    TimeTasks(TimeRequests requests) {
        this.requests = requests;
    }

    @Override
    public Set<String> tasks() {
        return Stream.of(TimeMove.values()).map(TimeMove::task).collect(Collectors.toSet());
    }

    @Override
    public Outcome complete(Submission it) {
        String way = it.choice("outcome", Set.of(GRANTED, "refused"));
        Optional<Instant> until = requests.decide(
                it.caseId(),
                TimeMove.decidedIn(it.task()),
                way.equals(GRANTED),
                it.actor(),
                it.text("reason").orElse(null));
        Outcome outcome = Outcome.of(way);
        return until.map(at -> outcome.keep(TimeProcesses.UNTIL, Date.from(at))).orElse(outcome);
    }
}
