package org.gridcase.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.gridcase.workflow.engine.FiredRules;
import org.springframework.stereotype.Component;

/** DMN tables as deployed, evaluated under the deployment they belong to. */
@Component
public class DecisionTables {
    private static final int MOST_ANSWERS = 2_000;

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final FiredRules fired;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();
    private final Map<Question, DecisionResult> answers = lately();

    DecisionTables(RepositoryService repository, DecisionService decisions, FiredRules fired) {
        this.repository = repository;
        this.decisions = decisions;
        this.fired = fired;
    }

    /**
     * A deployed table gives the same answer to the same inputs, so those given lately are not worked out again.
     *
     * @throws org.camunda.bpm.engine.ProcessEngineException if the table cannot be evaluated on these inputs
     */
    public DecisionResult evaluate(String deployment, String decision, Map<String, Object> inputs) {
        var question = new Question(definition(deployment, decision), Map.copyOf(inputs));
        DecisionResult known = answers.get(question);
        if (known == null) {
            known = evaluate(question);
            answers.put(question, known);
        }
        return known;
    }

    public boolean has(String deployment, String decision) {
        return definitions.containsKey(deployment + '/' + decision)
                || repository
                                .createDecisionDefinitionQuery()
                                .deploymentId(deployment)
                                .decisionDefinitionKey(decision)
                                .count()
                        > 0;
    }

    private DecisionResult evaluate(Question question) {
        var rows = decisions
                .evaluateDecisionTableById(question.definition(), question.inputs())
                .getResultList();
        return new DecisionResult(fired.take(), List.copyOf(rows));
    }

    private String definition(String deployment, String decision) {
        if (definitions.size() > MOST_ANSWERS) {
            definitions.clear();
        }
        return definitions.computeIfAbsent(deployment + '/' + decision, any -> repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decision)
                .singleResult()
                .getId());
    }

    private record Question(String definition, Map<String, Object> inputs) {}

    private static <K, V> Map<K, V> lately() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_ANSWERS;
            }
        });
    }
}
