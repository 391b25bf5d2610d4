package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.gridcase.workflow.engine.FiredRules;
import org.springframework.stereotype.Component;

/** DMN tables that nobody has deployed, read as the engine reads those that are, and then evaluated without it. */
@Component
public class LooseTables {
    private final ProcessEngine engine;
    private final FiredRules fired;

    LooseTables(ProcessEngine engine, FiredRules fired) {
        this.engine = engine;
        this.fired = fired;
    }

    /**
     * From inputs to an answer, for as many threads as want one.
     *
     * @param decision the table's id in that model
     * @throws RuntimeException if the model has no such table; and, of what is returned, if it cannot be evaluated
     */
    public Function<Map<String, Object>, DecisionResult> read(byte[] model, String decision) {
        DmnEngine tables = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngine();
        DmnDecision table = tables.parseDecision(decision, new ByteArrayInputStream(model));
        return inputs -> {
            var rows = tables.evaluateDecisionTable(table, inputs).getResultList();
            return new DecisionResult(fired.take(), List.copyOf(rows));
        };
    }
}
