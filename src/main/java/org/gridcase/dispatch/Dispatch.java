package org.gridcase.dispatch;

import java.util.Map;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.grid.Unit;
import org.gridcase.grid.UnitLevel;
import org.gridcase.grid.Units;
import org.gridcase.policy.Decisions;
import org.gridcase.policy.RoutingInput;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which unit handles a case. */
@Component
@Transactional
public class Dispatch {
    /** Answers for its street where the kind of unit that policy names does not exist. */
    private static final String STREET_OFFICE = "street-office";

    private final Cases cases;
    private final Units units;
    private final FilingStandard standard;
    private final Decisions decisions;

    Dispatch(Cases cases, Units units, FilingStandard standard, Decisions decisions) {
        this.cases = cases;
        this.units = units;
        this.standard = standard;
        this.decisions = decisions;
    }

    /** Proposes the unit that policy names for the case's class and place. */
    public void propose(CaseId id) {
        var facts = cases.facts(id);
        String row = facts.filingRow();
        Integer version = facts.filingVersion();
        String code = facts.serviceCode();
        if (row == null || version == null || code == null) {
            throw new IllegalStateException("not filed: " + id);
        }
        String rowUnitKind = standard.in(version).row(row).orElseThrow().unit().code();
        var decided = decisions.route(
                id,
                facts.release(),
                new RoutingInput(
                        code,
                        code.substring(0, 3),
                        rowUnitKind,
                        facts.location().street(),
                        facts.location().district(),
                        facts.returns()));
        Unit unit = units.serving(
                        decided.unitKind(), UnitLevel.valueOf(decided.level().name()), facts.location())
                .or(() -> units.serving(STREET_OFFICE, UnitLevel.STREET, facts.location()))
                .orElseThrow(() -> UnitRefused.unknown(decided.unitKind()));
        cases.proposeUnit(id, unit.code(), decided.row());
    }

    /**
     * @throws UnitRefused if there is no such unit or it serves another district
     */
    public void dispatch(CaseId id, String unitCode, String actor, @Nullable String reason) {
        CaseFacts facts = cases.facts(id);
        Unit unit = units.find(unitCode).orElseThrow(() -> UnitRefused.unknown(unitCode));
        if (!unit.district().equals(facts.location().district())) {
            throw UnitRefused.elsewhere(unitCode);
        }
        if (!unitCode.equals(facts.proposedUnit())) {
            if (reason == null) {
                throw UnitRefused.reasonNeeded();
            }
            decisions.override(id, "routing", actor, Map.of("unit", unitCode), reason);
        }
        cases.dispatch(id, unitCode, actor, reason);
    }
}
