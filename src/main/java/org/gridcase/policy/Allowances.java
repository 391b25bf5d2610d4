package org.gridcase.policy;

import java.util.Map;
import java.util.Optional;
import org.gridcase.policy.table.Answer;
import org.gridcase.workflow.DecisionTables;
import org.springframework.stereotype.Component;

/** How far extensions, suspensions and appeals may go, as the tables beside their processes say in each release. */
@Component
public class Allowances {
    private final Releases releases;
    private final DecisionTables tables;

    Allowances(Releases releases, DecisionTables tables) {
        this.releases = releases;
        this.tables = tables;
    }

    /**
     * @param process whose table it is: {@code processes/<process>/<process>-allowance.dmn}
     * @return nothing if that release has no such table, or none of its rows speaks of this district and class
     */
    public Optional<Allowance> of(int release, String process, String district, String serviceCode) {
        String table = process + "-allowance";
        if (!releases.has(release, "processes/" + process + "/" + table + ".dmn")) {
            return Optional.empty();
        }
        Map<String, Object> inputs = Map.of("district", district, "serviceCode", Words.plain(serviceCode));
        Answer answer = Tables.answer(tables.evaluate(releases.get(release).deploymentId(), table, inputs));
        return answer.row().isEmpty() ? Optional.empty() : Optional.of(allowance(answer));
    }

    private static Allowance allowance(Answer answer) {
        return new Allowance(
                answer.row(), (int) answer.number("times"), (int) answer.number("most"), answer.text("approver"));
    }
}
