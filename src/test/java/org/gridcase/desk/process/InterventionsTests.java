package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequests;
import org.gridcase.clock.TimeWalks;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class InterventionsTests {
    private static final Set<String> HERE = Set.of("410102");

    private static final Intervention WHY = new Intervention("admin", "模型恢复了");

    @Autowired
    Interventions interventions;

    @Autowired
    StuckCases stuck;

    @Autowired
    Consistency consistency;

    @Autowired
    Timeline timeline;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Flow flow;

    @Autowired
    TimeRequests requests;

    @Autowired
    JdbcTemplate jdbcTemplate;

    @Test
    void nothingIsSetRightWithoutAReason() {
        assertThatThrownBy(() -> new Intervention("admin", "  "))
                .isInstanceOf(InterventionRefused.class)
                .hasMessage("desk.intervention.withoutReason");
        assertThatThrownBy(() -> new Intervention("admin", "长".repeat(501))).isInstanceOf(InterventionRefused.class);
    }

    @Test
    void nobodyButAnAdministratorGoesRoundTheGuard() {
        CaseId id = CaseWalks.reported(flow, "督查员也不行");

        assertThatThrownBy(() -> interventions.move(id, "classify", new Intervention("supervisor", "试试")))
                .hasMessage("desk.intervention.notAdministrator");
    }

    @Test
    void aJobGivenUpIsStuckUntilItIsRetriedWithAReasonOnRecord() {
        CaseId id = flow.report("自动分类坏了", CaseWalks.COLLAPSE).caseId();
        String job = management
                .createJobQuery()
                .processInstanceId(flow.instance(id).getId())
                .singleResult()
                .getId();
        management.setJobRetries(job, 0);
        assertThat(stuck.failed(HERE)).extracting(StuckCase::id).contains(id);

        interventions.retry(job, WHY);

        assertThat(stuck.failed(HERE)).extracting(StuckCase::id).doesNotContain(id);
        assertOnRecord(id, "job.retry");
        flow.run(id);
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.FILING);
    }

    @Test
    void movingTheTokenMovesTheCaseAlongAndIsOnRecord() {
        CaseId id = CaseWalks.dispatched(flow, "派错了又退不回");

        interventions.move(id, "proposeFiling", WHY);

        assertThat(flow.facts(id).stage()).isEqualTo(Stage.FILING);
        assertOnRecord(id, "case.move");
        assertThat(consistency.differences()).extracting(Difference::caseId).doesNotContain(id.toString());
        flow.run(id);
        assertThat(flow.hasTask("filing", id)).isTrue();
        assertThat(flow.hasTask("handler", id)).isFalse();
    }

    @Test
    void aTokenIsNotMovedPastWhatTheCaseStillNeeds() {
        CaseId id = CaseWalks.reported(flow, "不能跳过");

        for (String activity : List.of("handleCase", "route", "closeCase", "checkOnSite", "nowhere")) {
            assertThatThrownBy(() -> interventions.move(id, activity, WHY))
                    .as(activity)
                    .hasMessage("desk.intervention.nowhere");
        }
    }

    @Test
    void aTaskNobodyHoldsIsHandedToAGroupThatSomebodyHolds() {
        CaseId id = CaseWalks.reported(flow, "没人可办");
        String task = flow.task("filing", id).id();
        tasks.deleteCandidateGroup(task, "filing-clerk@410102");
        tasks.addCandidateGroup(task, "filing-clerk@410199");
        assertThat(stuck.unheld(HERE)).extracting(StuckCase::id).contains(id);

        assertThatThrownBy(() -> interventions.handOver(task, "filing-clerk@410198", WHY))
                .hasMessage("desk.intervention.heldByNobody");
        interventions.handOver(task, "filing-clerk@410102", WHY);

        assertThat(stuck.unheld(HERE)).extracting(StuckCase::id).doesNotContain(id);
        assertThat(flow.hasTask("filing", id)).isTrue();
        assertOnRecord(id, "task.handOver");
    }

    @Test
    void whatIsAskedAboutAClosedCaseIsHandedOverToo() {
        CaseId id = new TimeWalks(flow, jdbcTemplate).closed("申诉没人审", true);
        requests.ask(id, TimeMove.APPEAL, null, "等管线单位", "handler");
        String task = flow.task("supervisor", id).id();
        tasks.deleteCandidateGroup(task, "supervisor@410102");
        tasks.addCandidateGroup(task, "supervisor@410199");

        interventions.handOver(task, "supervisor@410102", WHY);

        assertThat(flow.hasTask("supervisor", id)).isTrue();
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.CLOSED);
        assertOnRecord(id, "task.handOver");
    }

    @Test
    void aCaseToWhichNothingHappensIsListed() {
        CaseId id = CaseWalks.reported(flow, "三天没动");
        assertThat(stuck.still(HERE, Duration.ofHours(72)))
                .extracting(StuckCase::id)
                .doesNotContain(id);

        jdbc.sql("update city_case set moved_at = now() - interval '73 hours' where id = ?")
                .param(id.value())
                .update();

        assertThat(stuck.still(HERE, Duration.ofHours(72)))
                .filteredOn(one -> one.id().equals(id))
                .extracting(StuckCase::activity)
                .containsExactly("fileCase");
        assertThat(stuck.still(Set.of("410103"), Duration.ofHours(72)))
                .extracting(StuckCase::id)
                .doesNotContain(id);
        assertThat(stuck.numbered(Set.of("410103"), flow.facts(id).number())).isEmpty();
    }

    private void assertOnRecord(CaseId id, String action) {
        List<Entry> entries = timeline.of(id);
        Entry last = entries.get(entries.size() - 1);
        assertThat(last.move()).isEqualTo(Move.INTERVENE);
        assertThat(last.actor()).isEqualTo("admin");
        assertThat(Objects.requireNonNull(last.reason())).isEqualTo("模型恢复了");
        assertThat(jdbc.sql("select action from audit_entry where subject = ? and actor = 'admin' and reason = ?")
                        .params(id.toString(), "模型恢复了")
                        .query(String.class)
                        .list())
                .containsExactly(action);
    }
}
