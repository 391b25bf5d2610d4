package org.gridcase.workflow;

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
    private final RepositoryService repository;
    private final DecisionService decisions;
    private final FiredRules fired;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService repository, DecisionService decisions, FiredRules fired) {
        this.repository = repository;
        this.decisions = decisions;
        this.fired = fired;
    }

    /** @throws org.camunda.bpm.engine.ProcessEngineException if the table cannot be evaluated on these inputs */
    public DecisionResult evaluate(String deployment, String decision, Map<String, Object> inputs) {
        String definition = definitions.computeIfAbsent(deployment + '/' + decision, any -> repository
                .createDecisionDefinitionQuery()
                .deploymentId(deployment)
                .decisionDefinitionKey(decision)
                .singleResult()
                .getId());
        var rows = decisions.evaluateDecisionTableById(definition, inputs).getResultList();
        return new DecisionResult(fired.take(), List.copyOf(rows));
    }
}
