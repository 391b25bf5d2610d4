package org.gridcase.casework;

import java.util.Optional;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.policy.Decisions;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorInput;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What policy decides about a case: whether it is minor, and which row of the filing standard fits. */
@Component
@Transactional
public class CasePolicy {
    private final Cases cases;
    private final CasePhotos photos;
    private final Decisions decisions;
    private final Grids grids;

    CasePolicy(Cases cases, CasePhotos photos, Decisions decisions, Grids grids) {
        this.cases = cases;
        this.photos = photos;
        this.decisions = decisions;
        this.grids = grids;
    }

    /** Whether the case is minor; it stands on the spot or at filing afterwards. */
    public boolean assessMinor(CaseId id) {
        var facts = cases.facts(id);
        var decided = decisions.assessMinor(
                id,
                facts.release(),
                new MinorInput(code(facts), facts.channel(), photos.of(id).size()));
        if (decided.minor()) {
            cases.takeOnSpot(id, decided.checkedByPerson(), decided.row());
        } else {
            cases.askFiling(id, decided.row());
        }
        return decided.minor();
    }

    public void proposeFiling(CaseId id) {
        var facts = cases.facts(id);
        var decided = decisions.file(
                id,
                facts.release(),
                new FilingInput(
                        code(facts),
                        facts.location().district(),
                        placeKind(facts),
                        code(facts).startsWith("L01")));
        cases.proposeFiling(id, decided.filingRow(), decided.limitFactor(), decided.row());
    }

    /** Empty in the open street, and in a dedicated grid of which nobody has said what it is. */
    private String placeKind(CaseFacts facts) {
        return Optional.ofNullable(facts.location().dedicated())
                .flatMap(grids::area)
                .map(Area::kind)
                .orElse("");
    }

    private static String code(CaseFacts facts) {
        String code = facts.serviceCode();
        if (code == null) {
            throw new IllegalStateException("not classified: " + facts.id());
        }
        return code;
    }
}
