package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.gridcase.workflow.engine.FiredRules;

/** A DMN table that is not deployed, asked as the engine would ask it; it went through the guard. */
public final class LooseTable {
    private final FiredRules fired = new FiredRules();
    private final DmnEngine engine;
    private final DmnDecision decision;

    private LooseTable(byte[] dmn, String key) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(fired);
        engine = configuration.buildEngine();
        decision = engine.parseDecision(key, new ByteArrayInputStream(dmn));
    }

    /** @throws org.camunda.bpm.dmn.engine.impl.DmnEvaluationException if it holds no such decision */
    public static LooseTable of(byte[] dmn, String key) {
        return new LooseTable(dmn, key);
    }

    public DecisionResult evaluate(Map<String, Object> inputs) {
        var rows = engine.evaluateDecisionTable(decision, inputs).getResultList();
        return new DecisionResult(fired.take(), List.copyOf(rows));
    }
}
