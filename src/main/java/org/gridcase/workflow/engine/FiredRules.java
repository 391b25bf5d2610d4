package org.gridcase.workflow.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.springframework.stereotype.Component;

/** Remembers which rules fired in this thread's last evaluation; the engine's result leaves them out. */
@Component
public class FiredRules implements DmnDecisionTableEvaluationListener {
    private final ThreadLocal<List<String>> last = ThreadLocal.withInitial(List::of);

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        last.set(event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList());
    }

    public List<String> take() {
        List<String> rules = last.get();
        last.remove();
        return rules;
    }
}
