package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.gridcase.workflow.engine.FiredRules;
import org.springframework.stereotype.Component;

/** DMN tables that nobody has deployed, evaluated by the engine's own means but outside of it: nothing is kept of it. */
@Component
public class LooseTables {
    private final DmnEngine tables;
    private final FiredRules fired;

    LooseTables(FiredRules fired) {
        var settings = new DefaultDmnEngineConfiguration();
        settings.setCustomPostDecisionTableEvaluationListeners(List.of(fired));
        this.tables = settings.buildEngine();
        this.fired = fired;
    }

    /**
     * From inputs to an answer, for as many threads as want one.
     *
     * @param decision the table's id in that model
     * @throws NoAnswer if the model has no such table; and, of what is returned, if it cannot be evaluated
     */
    public Function<Map<String, Object>, DecisionResult> read(byte[] model, String decision) {
        DmnDecision table = answered(() -> tables.parseDecision(decision, new ByteArrayInputStream(model)));
        return inputs -> {
            var rows =
                    answered(() -> tables.evaluateDecisionTable(table, inputs).getResultList());
            return new DecisionResult(fired.take(), List.copyOf(rows));
        };
    }

    private <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException failed) {
            fired.take();
            throw new NoAnswer(failed);
        }
    }

    /** A table that gives no answer. */
    public static final class NoAnswer extends RuntimeException {
        NoAnswer(RuntimeException cause) {
            super(cause);
        }
    }
}
