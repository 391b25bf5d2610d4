package org.gridcase.policy;

import java.util.HashMap;
import java.util.Map;
import org.gridcase.policy.table.Answer;
import org.gridcase.policy.table.RuleBases;
import org.gridcase.workflow.DecisionResult;
import org.gridcase.workflow.DecisionTables;
import org.springframework.stereotype.Component;

/** Asks a release's tables: spreadsheets through Drools, DMN through the engine. */
@Component
class Tables {
    private final Releases releases;
    private final RuleBases ruleBases;
    private final DecisionTables decisionTables;

    Tables(Releases releases, RuleBases ruleBases, DecisionTables decisionTables) {
        this.releases = releases;
        this.ruleBases = ruleBases;
        this.decisionTables = decisionTables;
    }

    <I, O> O decide(Decision<I, O> decision, int release, I input) {
        return decision.meaning().apply(input, answer(decision, release, input));
    }

    private Answer answer(Decision<?, ?> decision, int release, Object input) {
        if (decision.isSpreadsheet()) {
            Artifact table = releases.file(release, decision.table());
            return ruleBases.decide(Spreadsheets.at(table.path()), table.sha256(), table.content(), input);
        }
        String deployment = releases.get(release).deploymentId();
        return answer(decisionTables.evaluate(deployment, decision.name(), variables((MinorInput) input)));
    }

    static Map<String, Object> variables(MinorInput input) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("serviceCode", input.serviceCode());
        variables.put("group", input.group());
        variables.put("channel", input.channel());
        variables.put("photos", input.photos());
        return variables;
    }

    static Answer answer(DecisionResult result) {
        Answer answer = new Answer();
        result.rules().stream().findFirst().ifPresent(answer::row);
        result.rows().stream().findFirst().ifPresent(row -> row.forEach(answer::put));
        return answer;
    }
}
