package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.backtest.Backtests;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.guard.Finding;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Tried;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CityTest
class DraftsTests {
    private static final String COLLAPSE = "L01001";
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";

    @Autowired
    Drafts drafts;

    @Autowired
    Backtests backtests;

    @Autowired
    Releases releases;

    @Autowired
    Flow flow;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void policyStaff() {
        staff.enrol(List.of(new StaffMember("both", "两职"), new StaffMember("district-analyst", "区分析员")));
        staff.grant("both", Set.of(new Grant(Role.ANALYST, "410100"), new Grant(Role.APPROVER, "410100")));
        staff.grant("district-analyst", Set.of(new Grant(Role.ANALYST, "410102")));
    }

    /** Other tests go by the first release. */
    @AfterEach
    void theFirstAgain() {
        while (releases.inForce().number() > 1) {
            drafts.rollBack(releases.inForce().number(), "approver", "测试结束");
        }
    }

    @Test
    void whatIsReportedAfterPublishingGoesByTheDraftAndAfterRollingBackByTheOldAgain() {
        CaseId before = reported();
        UUID draft = collapsesGoTo("water");
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        Tried.now(backtests, draft, "analyst");
        assertThat(unitKind(reported())).isEqualTo("municipal-works");
        drafts.approve(draft, "approver", "同意");
        assertThat(unitKind(reported())).isEqualTo("municipal-works");

        int release = drafts.publish(draft, "approver");

        CaseId after = reported();
        assertThat(unitKind(after)).isEqualTo("water");
        assertThat(release(after)).isEqualTo(release);
        assertThat(unitKind(before)).as("keeps its release").isEqualTo("municipal-works");

        drafts.rollBack(release, "approver", "水务处不接");

        assertThat(unitKind(reported())).isEqualTo("municipal-works");
        assertThat(unitKind(after)).as("keeps its release").isEqualTo("water");
        assertThat(drafts.steps(draft))
                .extracting(PolicyStep::step)
                .containsExactly(
                        Draft.Step.OPEN,
                        Draft.Step.CHANGE,
                        Draft.Step.CHANGE,
                        Draft.Step.CHECK,
                        Draft.Step.BACKTEST,
                        Draft.Step.APPROVE,
                        Draft.Step.PREPARE,
                        Draft.Step.PUBLISH);
        assertThat(jdbc.sql("select action from audit_entry where subject = ? order by at")
                        .param(draft.toString())
                        .query(String.class)
                        .list())
                .contains("policy.open", "policy.backtest", "policy.approve", "policy.publish");
    }

    @Test
    void aChangedFlowIsGoneByFromPublishingOn() {
        UUID draft = drafts.open("回访等两周", "analyst");
        String model = new String(drafts.file(draft, FLOW), StandardCharsets.UTF_8);
        put(draft, FLOW, model.replace(">P7D<", ">P14D<"));
        assertThat(drafts.changes(draft)).containsExactly(new FileChange(FLOW, FileChange.Kind.CHANGED));
        publish(draft);

        CaseId id = reported();

        assertThat(flow.instance(id).getProcessDefinitionId()).isNotEqualTo(firstDefinition());
        assertThat(jdbc.sql("select deployment_id_ from act_re_procdef where id_ = ?")
                        .param(flow.instance(id).getProcessDefinitionId())
                        .query(String.class)
                        .single())
                .isEqualTo(releases.inForce().deploymentId());
    }

    @Test
    void nobodyApprovesTheirOwn() {
        UUID draft = drafts.open("自己批", "both");
        String examples = new String(drafts.file(draft, EXAMPLES), StandardCharsets.UTF_8);
        drafts.put(draft, EXAMPLES, examples.replace("路面塌陷、道路积水", "路面塌陷").getBytes(StandardCharsets.UTF_8), "both");
        assertThat(drafts.check(draft, "both")).isEmpty();

        assertThatThrownBy(() -> drafts.approve(draft, "both", "我同意")).hasMessage("policy.draft.own");

        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.BACKTESTED);
    }

    @Test
    void whatIsChangedAfterTheCheckIsCheckedAgain() {
        UUID draft = collapsesGoTo("water");
        drafts.check(draft, "analyst");
        put(
                draft,
                "forms/handleCase.form",
                new String(drafts.file(draft, "forms/handleCase.form"), StandardCharsets.UTF_8) + " ");

        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);
        assertThatThrownBy(() -> drafts.approve(draft, "approver", "同意")).hasMessage("policy.draft.notNow");
        assertThatThrownBy(() -> drafts.publish(draft, "approver")).hasMessage("policy.draft.notNow");
    }

    @Test
    void aModelThatWouldRunCodeStaysADraftAndTheEngineDoesNotSeeIt() {
        long before = deployments();
        UUID draft = drafts.open("脚本", "analyst");
        String model = new String(drafts.file(draft, FLOW), StandardCharsets.UTF_8);
        put(draft, FLOW, model.replaceFirst("\\$\\{route}", "\\${''.getClass()}"));

        assertThat(drafts.check(draft, "analyst")).extracting(Finding::key).contains("policy.guard.step");

        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void anExampleThatComesOutOtherwiseIsSaidWithItsLine() {
        UUID draft = drafts.open("只改表，不改示例", "analyst");
        drafts.put(draft, ROUTING, routing("water"), "analyst");

        assertThat(drafts.check(draft, "analyst"))
                .contains(new Finding(
                        EXAMPLES, "3", "policy.example.differs", List.of("unitKind", "municipal-works", "water")));
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);
    }

    @Test
    void aDraftThatAnotherReleaseOvertookUndoesNothingUnseen() {
        UUID late = collapsesGoTo("power");
        drafts.check(late, "analyst");
        Tried.now(backtests, late, "analyst");
        drafts.approve(late, "approver", "同意");
        UUID first = collapsesGoTo("water");
        publish(first);

        assertThatThrownBy(() -> drafts.publish(late, "approver")).hasMessage("policy.draft.overtaken");

        assertThat(unitKind(reported())).isEqualTo("water");
    }

    @Test
    void twoWhoPublishAtOncePublishOnce() throws Exception {
        UUID draft = collapsesGoTo("water");
        drafts.check(draft, "analyst");
        Tried.now(backtests, draft, "analyst");
        drafts.approve(draft, "approver", "同意");
        int before = releases.inForce().number();
        var together = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        List<Object> answers = new ArrayList<>();
        try {
            List<Future<Integer>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(people.submit(() -> {
                    together.await();
                    return drafts.publish(draft, "approver");
                }));
            }
            for (var one : both) {
                try {
                    answers.add(one.get());
                } catch (ExecutionException refused) {
                    answers.add(String.valueOf(
                            Objects.requireNonNull(refused.getCause()).getMessage()));
                }
            }
        } finally {
            people.shutdown();
        }
        assertThat(answers).containsAnyOf("policy.publishing.underWay", "policy.draft.notNow");
        assertThat(releases.published(1).get(0).number()).isGreaterThan(before);
        assertThat(jdbc.sql("select count(*) from policy_release where number > ?")
                        .param(releases.published(1).get(0).number() - 1)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheCitysPolicyStaffDrawUpApproveAndTakeBack() {
        for (String other : new String[] {"handler", "district-analyst", "approver", "admin"}) {
            refused(() -> drafts.open("试试", other), Refusal.Kind.FORBIDDEN);
        }
        UUID draft = collapsesGoTo("water");
        refused(() -> drafts.put(draft, EXAMPLES, new byte[0], "both"), Refusal.Kind.FORBIDDEN);
        refused(() -> drafts.remove(draft, EXAMPLES, "both"), Refusal.Kind.FORBIDDEN);
        refused(() -> drafts.check(draft, "handler"), Refusal.Kind.FORBIDDEN);
        refused(() -> drafts.withdraw(draft, "district-analyst", "x"), Refusal.Kind.FORBIDDEN);
        drafts.check(draft, "analyst");
        refused(() -> drafts.approve(draft, "district-analyst", "x"), Refusal.Kind.FORBIDDEN);
        refused(() -> drafts.sendBack(draft, "analyst", "x"), Refusal.Kind.FORBIDDEN);
        Tried.now(backtests, draft, "analyst");
        drafts.approve(draft, "approver", "同意");
        refused(() -> drafts.publish(draft, "analyst"), Refusal.Kind.FORBIDDEN);
        refused(() -> drafts.rollBack(1, "analyst", "x"), Refusal.Kind.FORBIDDEN);
    }

    @Test
    void whatIsSentBackIsADraftAgainAndWhatIsWithdrawnIsOver() {
        UUID draft = collapsesGoTo("water");
        drafts.check(draft, "analyst");
        Tried.now(backtests, draft, "analyst");
        drafts.sendBack(draft, "approver", "先问水务处");
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);

        drafts.withdraw(draft, "analyst", "不改了");

        assertThatThrownBy(() -> drafts.check(draft, "analyst")).hasMessage("policy.draft.notNow");
        assertThatThrownBy(() -> put(draft, EXAMPLES, "x")).hasMessage("policy.draft.notNow");
    }

    @Test
    void theFirstReleaseAndOneThatIsNotInForceStay() {
        assertThatThrownBy(() -> drafts.rollBack(1, "approver", "全撤")).hasMessage("policy.release.first");
        assertThatThrownBy(() -> drafts.rollBack(999, "approver", "全撤")).hasMessage("policy.release.notInForce");
    }

    @Test
    void badInputIsRefusedAndChangesNothing() {
        refused(() -> drafts.open(" ", "analyst"), Refusal.Kind.INVALID);
        refused(() -> drafts.open("长".repeat(201), "analyst"), Refusal.Kind.INVALID);
        UUID draft = drafts.open("边界", "analyst");
        for (String path : new String[] {"../x", "src/x", "forms/../x.form", "rules/a b", "", "processes/x\n.bpmn"}) {
            refused(() -> drafts.put(draft, path, new byte[0], "analyst"), Refusal.Kind.INVALID);
        }
        refused(() -> drafts.put(draft, FLOW, new byte[(4 << 20) + 1], "analyst"), Refusal.Kind.TOO_LARGE);
        refused(() -> drafts.get(UUID.randomUUID()), Refusal.Kind.NOT_FOUND);
        refused(() -> drafts.remove(draft, "forms/none.form", "analyst"), Refusal.Kind.NOT_FOUND);
        assertThat(drafts.changes(draft)).isEmpty();
        assertThatThrownBy(() -> drafts.check(draft, "analyst")).hasMessage("policy.draft.nothingChanged");
        drafts.withdraw(draft, "analyst", "试完");
    }

    private static void refused(Runnable work, Refusal.Kind kind) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind())
                .isEqualTo(kind));
    }

    /** With its example. */
    private UUID collapsesGoTo(String unitKind) {
        UUID draft = drafts.open("塌陷改派 " + unitKind, "analyst");
        drafts.put(draft, ROUTING, routing(unitKind), "analyst");
        String examples = new String(drafts.file(draft, EXAMPLES), StandardCharsets.UTF_8);
        put(draft, EXAMPLES, examples.replace("R02,municipal-works", "R02," + unitKind));
        return draft;
    }

    private void publish(UUID draft) {
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        if (drafts.get(draft).state() == Draft.State.CHECKED) {
            Tried.now(backtests, draft, "analyst");
        }
        drafts.approve(draft, "approver", "同意");
        drafts.publish(draft, "approver");
    }

    private void put(UUID draft, String path, String content) {
        drafts.put(draft, path, content.getBytes(StandardCharsets.UTF_8), "analyst");
    }

    private byte[] routing(String unitKind) {
        byte[] shipped = releases.artifact(1, ROUTING);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(shipped));
                var out = new ByteArrayOutputStream()) {
            for (var row : workbook.getSheetAt(0)) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals("R02")) {
                    row.forEach(cell -> {
                        if (cell.toString().equals("municipal-works")) {
                            cell.setCellValue(unitKind);
                        }
                    });
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CaseId reported() {
        CaseId id = flow.report("路面塌陷", COLLAPSE).caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.run(id);
        return id;
    }

    private String unitKind(CaseId id) {
        return jdbc.sql("""
                        select output ->> 'unitKind' from decision_record
                        where case_id = ? and decision = 'routing' order by decided_at desc limit 1""").param(id.value()).query(String.class).single();
    }

    private int release(CaseId id) {
        return jdbc.sql("select release from city_case where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private String firstDefinition() {
        return jdbc.sql("select id_ from act_re_procdef where deployment_id_ = ? and key_ = 'case-handling'")
                .param(releases.get(1).deploymentId())
                .query(String.class)
                .single();
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }
}
