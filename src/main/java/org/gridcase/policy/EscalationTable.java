package org.gridcase.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.gridcase.workflow.DecisionTables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who is told that a case's time runs out, by the table of the release that it keeps to. */
@Component
public class EscalationTable {
    private static final String NAME = "escalation";
    private static final int MOST_STEPS = 20;

    private final Releases releases;
    private final DecisionTables tables;

    EscalationTable(Releases releases, DecisionTables tables) {
        this.releases = releases;
        this.tables = tables;
    }

    /**
     * In the order in which they are due; none if the release has no such table. Outside of the caller's transaction,
     * which a table that cannot be evaluated does not undo.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<EscalationStep> steps(int release, EscalationInput input) {
        String deployment = releases.get(release).deploymentId();
        if (!tables.has(deployment, NAME)) {
            return List.of();
        }
        return tables.evaluate(deployment, NAME, input.variables()).rows().stream()
                .map(EscalationTable::step)
                .sorted(Comparator.comparingInt(EscalationStep::minutes))
                .limit(MOST_STEPS)
                .toList();
    }

    private static EscalationStep step(Map<String, Object> row) {
        return new EscalationStep(
                String.valueOf(row.get("role")),
                row.get("delay") instanceof Number minutes ? Math.max(0, minutes.intValue()) : 0,
                String.valueOf(row.get("channel")),
                Boolean.TRUE.equals(row.get("urgent")));
    }
}
