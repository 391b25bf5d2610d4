package org.gridcase.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Paths;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;

/** The process, walked over the real domain. */
@CityTest
@TestMethodOrder(OrderAnnotation.class)
class CaseHandlingTests {
    private static final String MODEL = "processes/case-handling/case-handling.bpmn";

    /** A class that is never minor. */
    private static final String COLLAPSE = "L01001";

    /** A class that is minor. */
    private static final String SMALL_ADS = "M07001";

    @Autowired
    Flow flow;

    @Autowired
    Grids grids;

    @Autowired
    Cases cases;

    @Autowired
    Paths paths;

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

    @Test
    void whatTheMachineDoesNotKnowAPersonClassifies() {
        CaseId id = unclear();
        flow.complete("filing", id, "outcome", "classified", "serviceCode", COLLAPSE, "reason", "照片上看得出");
        assertThat(flow.facts(id).serviceCode()).isEqualTo(COLLAPSE);
        assertThat(stage(id)).isEqualTo(Stage.FILING);
    }

    @Test
    void whatIsAlreadyACaseJoinsIt() {
        CaseId first = reported(COLLAPSE);
        CaseId second = unclear();
        flow.complete(
                "filing",
                second,
                "outcome",
                "joined",
                "otherCase",
                flow.facts(first).number(),
                "reason",
                "同一处");
        assertThat(flow.facts(second).joinedTo()).isEqualTo(first);
        assertThat(flow.instance(second)).isNull();
    }

    @Test
    void whatIsNoCaseIsAnnulledWithAReason() {
        CaseId id = unclear();
        assertThatThrownBy(() -> flow.complete("filing", id, "outcome", "annulled"))
                .isInstanceOf(Refusal.class);
        flow.complete("filing", id, "outcome", "annulled", "reason", "只是表扬");
        assertThat(stage(id)).isEqualTo(Stage.ANNULLED);
        assertThat(flow.instance(id)).isNull();
    }

    @Test
    void whatIsNotMinorAfterAllIsFiled() {
        CaseId id = reported(SMALL_ADS);
        flow.complete("worker", id, "outcome", "notMinor", "reason", "整面墙都是");
        assertThat(stage(id)).isEqualTo(Stage.FILING);
    }

    @Test
    void aFailedCheckOfAMinorEventGoesBackToTheGridWorker() {
        CaseId id = reported(SMALL_ADS);
        settle(id);
        if (stage(id) == Stage.MINOR_CHECK) {
            flow.complete("leader", id, "outcome", "failed", "reason", "还有一半");
            assertThat(stage(id)).isEqualTo(Stage.ON_SPOT);
            settle(id);
            flow.complete("leader", id, "outcome", "passed");
        }
        assertThat(stage(id)).isEqualTo(Stage.CLOSED);
    }

    @Test
    void theFilingClerkMayStillAnnulOrJoin() {
        CaseId annulled = reported(COLLAPSE);
        flow.complete("filing", annulled, "outcome", "annulled", "reason", "不属实");
        assertThat(stage(annulled)).isEqualTo(Stage.ANNULLED);
        CaseId other = reported(COLLAPSE);
        CaseId joined = reported(COLLAPSE);
        flow.complete(
                "filing",
                joined,
                "outcome",
                "joined",
                "otherCase",
                flow.facts(other).number(),
                "reason",
                "同一处");
        assertThat(flow.facts(joined).joinedTo()).isEqualTo(other);
    }

    @Test
    void whatIsNotRealOnSiteIsAnnulled() {
        CaseId id = reported(COLLAPSE);
        flow.complete("filing", id, "outcome", "confirm", "reason", "去看一眼");
        flow.complete("worker", id, "outcome", "notReal", "reason", "现场没有");
        assertThat(stage(id)).isEqualTo(Stage.ANNULLED);
        assertThat(flow.instance(id)).isNull();
    }

    @Test
    void theDispatcherMaySendBackToFiling() {
        CaseId id = filed(COLLAPSE);
        flow.complete("dispatch", id, "outcome", "sentBack", "reason", "立错了条目");
        assertThat(stage(id)).isEqualTo(Stage.FILING);
    }

    @Test
    void aReopenedCaseIsFiledAgainInANewProcess() {
        CaseId id = closed();
        String before = flow.instance(id).getId();
        cases.reopen(id, "resident", "又塌了");
        flow.run(id);
        assertThat(flow.instance(id).getId()).isNotEqualTo(before);
        assertThat(stage(id)).isEqualTo(Stage.FILING);
        assertThat(flow.facts(id).reopened()).isEqualTo(1);
    }

    @Test
    void whoeverDoesNotAnswerIsNotWaitedForForever() {
        CaseId id = closed();
        flow.timeRunsOut(id);
        assertThat(flow.instance(id)).isNull();
        assertThat(stage(id)).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aSupervisorAnnulsAtAnyTime() {
        CaseId id = filed(COLLAPSE);
        cases.annulAnyTime(id, "supervisor", "上级要求");
        assertThat(stage(id)).isEqualTo(Stage.ANNULLED);
        assertThat(flow.instance(id)).isNull();
    }

    /** Runs last: what the others have come through. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theseCasesComeThroughNineTenthsOfTheModel() throws IOException {
        var untouched = paths.untouched(MODEL);
        int size = paths.size(MODEL);
        double covered = (size - untouched.size()) / (double) size;
        System.out.printf("process path coverage %.3f of %d nodes and flows, left out %s%n", covered, size, untouched);
        assertThat(covered).as("untouched: %s", untouched).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aSchoolsManholeHasHalfTheTimeOfAStreets() {
        assertThat(limit(grids.all().stream()
                        .filter(it -> "campus".equals(it.kind()))
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo(2);
        assertThat(limit(grids.all().stream()
                        .filter(it -> "park".equals(it.kind()))
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo(3);
    }

    /** Hours for a missing cover somewhere in that place. */
    private int limit(Area place) {
        var inside = place.outline().getInteriorPoint();
        CaseId id = flow.report(new GeoPoint(inside.getX(), inside.getY()), "井盖不见了", "M01001")
                .caseId();
        flow.run(id);
        String clerk = flow.facts(id).location().district().equals("410102") ? "filing" : "filing2";
        flow.complete(
                clerk,
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        return Objects.requireNonNull(flow.facts(id).limitAmount());
    }

    private CaseId unclear() {
        CaseId id = flow.report("喂", null).caseId();
        flow.run(id);
        return id;
    }

    private CaseId closed() {
        CaseId id = filed(COLLAPSE);
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", unit(id));
        handle(id);
        flow.complete("checker", id, "outcome", "passed");
        return id;
    }

    private void settle(CaseId id) {
        flow.complete(
                "worker", id, "outcome", "done", "after", flow.photo("worker").toString());
    }

    @Test
    void aCaseDoesNotJoinOneOfAnotherDistrict() {
        var inside = grids.area("410103").orElseThrow().outline().getInteriorPoint();
        String elsewhere = flow.report(new GeoPoint(inside.getX(), inside.getY()), "路面塌了", COLLAPSE)
                .number();
        CaseId id = reported(COLLAPSE);
        assertThatThrownBy(() -> flow.complete("filing", id, "outcome", "joined", "otherCase", elsewhere))
                .isInstanceOf(CaseNotFound.class);
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
