package org.gridcase.dispatch.process;

import java.util.Set;
import org.gridcase.casework.Cases;
import org.gridcase.dispatch.Dispatch;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.TaskCompletion;
import org.gridcase.workflow.Variable;
import org.springframework.stereotype.Component;

/** Completes the dispatcher's task: to a unit, or back to the filing clerk. */
@Component
class DispatchTask implements TaskCompletion {
    /** Whose task handling is. */
    private static final Variable<String> UNIT = new Variable<>("unit", String.class);

    private final Dispatch dispatch;
    private final Cases cases;

    DispatchTask(Dispatch dispatch, Cases cases) {
        this.dispatch = dispatch;
        this.cases = cases;
    }

    @Override
    public Set<String> tasks() {
        return Set.of("dispatchCase");
    }

    @Override
    public Outcome complete(Submission it) {
        String way = it.choice("outcome", Set.of("dispatched", "sentBack"));
        if (way.equals("sentBack")) {
            cases.sendBack(it.caseId(), it.actor(), it.requiredText("reason", 500));
            return Outcome.of(way);
        }
        String unit = it.requiredText("unit", 40);
        dispatch.dispatch(it.caseId(), unit, it.actor(), it.text("reason").orElse(null));
        return Outcome.of(way).keep(UNIT, unit);
    }
}
