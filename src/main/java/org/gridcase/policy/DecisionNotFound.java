package org.gridcase.policy;

import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;

/** There is no such decision record. */
public final class DecisionNotFound extends Refusal {

    private DecisionNotFound(String key, Object... arguments) {
        super(Kind.NOT_FOUND, key, arguments);
    }

    static DecisionNotFound of(UUID id) {
        return new DecisionNotFound("policy.decision.notFound", id);
    }

    static DecisionNotFound of(CaseId caseId, String decision) {
        return new DecisionNotFound("policy.decision.notMade", caseId, decision);
    }
}
