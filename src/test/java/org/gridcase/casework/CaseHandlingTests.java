package org.gridcase.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process, walked over the real domain. */
@CityTest
class CaseHandlingTests {
    /** A class that is never minor. */
    private static final String COLLAPSE = "L01001";

    /** A class that is minor. */
    private static final String SMALL_ADS = "M07001";

    @Autowired
    Flow flow;

    @Autowired
    Cases cases;

    @Test
    void whatAResidentReportsBecomesAClosedCase() {
        CaseId id = filed(COLLAPSE);
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", unit(id));
        handle(id);
        flow.complete("checker", id, "outcome", "passed");
        assertThat(stage(id)).isEqualTo(Stage.CLOSED);
        cases.rate(id, 5, "resident", null);
        assertThat(flow.instance(id)).isNull();
    }

    @Test
    void aMinorEventIsSettledOnTheSpot() {
        CaseId id = reported(SMALL_ADS);
        flow.complete(
                "worker", id, "outcome", "done", "after", flow.photo("worker").toString());
        if (stage(id) == Stage.MINOR_CHECK) {
            flow.complete("leader", id, "outcome", "passed");
        }
        assertThat(stage(id)).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aFailedCheckGoesBackToTheSameUnit() {
        CaseId id = filed(COLLAPSE);
        String unit = unit(id);
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", unit);
        handle(id);
        flow.complete("checker", id, "outcome", "failed", "reason", "没有回填");
        assertThat(stage(id)).isEqualTo(Stage.HANDLING);
        assertThat(flow.facts(id).unit()).isEqualTo(unit);
        assertThat(flow.facts(id).reworks()).isEqualTo(1);
    }

    @Test
    void sendingBackNeedsAReasonAndReturnsToTheDispatcher() {
        CaseId id = filed(COLLAPSE);
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", unit(id));
        assertThatThrownBy(() -> flow.complete("handler", id, "outcome", "sentBack"))
                .isInstanceOf(Refusal.class);
        assertThat(stage(id)).isEqualTo(Stage.HANDLING);
        flow.complete("handler", id, "outcome", "sentBack", "reason", "不归我们管");
        assertThat(stage(id)).isEqualTo(Stage.DISPATCHING);
    }

    @Test
    void aDoubtfulReportIsConfirmedOnSiteBeforeFiling() {
        CaseId id = reported(COLLAPSE);
        flow.complete("filing", id, "outcome", "confirm");
        assertThat(stage(id)).isEqualTo(Stage.CONFIRMING);
        flow.complete("worker", id, "outcome", "real");
        assertThat(stage(id)).isEqualTo(Stage.FILING);
    }

    private CaseId reported(String serviceCode) {
        CaseId id = flow.report("东风路口路面塌了一个坑", serviceCode).caseId();
        flow.run(id);
        return id;
    }

    private CaseId filed(String serviceCode) {
        CaseId id = reported(serviceCode);
        String row = flow.facts(id).proposedRow();
        flow.complete("filing", id, "outcome", "filed", "row", String.valueOf(row));
        return id;
    }

    private void handle(CaseId id) {
        flow.complete(
                "handler",
                id,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
    }

    private String unit(CaseId id) {
        return String.valueOf(flow.facts(id).proposedUnit());
    }

    private Stage stage(CaseId id) {
        return flow.facts(id).stage();
    }
}
