package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.gridcase.workflow.engine.FiredRules;
import org.springframework.stereotype.Component;

/** Evaluates DMN tables that are not deployed, as the engine would if they were; whoever asks has had them guarded. */
@Component
public class TrialTables {
    private final ProcessEngine engine;
    private final FiredRules fired;

    TrialTables(ProcessEngine engine, FiredRules fired) {
        this.engine = engine;
        this.fired = fired;
    }

    /** @throws TrialFailed if the table cannot be read, or not be evaluated on these inputs */
    public DecisionResult evaluate(byte[] model, String decision, Map<String, Object> inputs) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        DmnEngine tables = configuration.getDmnEngine();
        try {
            // within a command, because the engine reads a table's attributes by its own settings
            DmnDecisionResult result = configuration
                    .getCommandExecutorTxRequired()
                    .execute(context -> tables.evaluateDecision(
                            tables.parseDecision(decision, new ByteArrayInputStream(model)), inputs));
            return new DecisionResult(fired.take(), List.copyOf(result.getResultList()));
        } catch (RuntimeException failed) {
            fired.take();
            throw new TrialFailed(failed);
        }
    }

    /** A table that gives no answer. */
    public static final class TrialFailed extends RuntimeException {
        TrialFailed(RuntimeException cause) {
            super(cause);
        }
    }
}
