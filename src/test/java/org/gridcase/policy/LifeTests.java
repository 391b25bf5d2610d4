package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Actors;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.Draft.State;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Paths;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A draft's life: what a second person does is a task, by whichever door. */
@CityTest
class LifeTests {
    private static final String MODEL = "src/main/resources/life/policy-life.bpmn";
    private static final String EXAMPLES = "rules/routing/cases.csv";

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    Staff staff;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Paths paths;

    @BeforeEach
    void policyStaff() {
        staff.enrol(List.of(
                new StaffMember("both", "两职"),
                new StaffMember("approver-2", "第二位审批人"),
                new StaffMember("district-approver", "区审批人")));
        staff.grant("both", Set.of(new Grant(Role.ANALYST, "410100"), new Grant(Role.APPROVER, "410100")));
        staff.grant("approver-2", Set.of(new Grant(Role.APPROVER, "410100")));
        staff.grant("district-approver", Set.of(new Grant(Role.APPROVER, "410102")));
    }

    @AfterEach
    void theFirstAgain() {
        while (releases.inForce().number() > 1) {
            drafts.rollBack(releases.inForce().number(), "approver", "测试结束");
        }
    }

    @Test
    void whatIsCheckedIsATaskOfTheCitysApproversUntilItIsPublished() {
        UUID draft = changed("analyst");
        assertThat(task("approver", draft)).as("nothing to approve yet").isEmpty();

        check(draft);
        assertThat(task("approver", draft)).map(InboxTask::key).contains("approveDraft");
        for (String other : List.of("analyst", "district-approver", "admin", "supervisor", "worker")) {
            assertThat(task(other, draft)).as(other).isEmpty();
        }
        complete("approver", draft, "outcome", "approved", "reason", "已核对");
        assertThat(drafts.get(draft).state()).isEqualTo(State.APPROVED);
        assertThat(drafts.get(draft).approver()).isEqualTo("approver");

        assertThat(task("approver", draft)).map(InboxTask::key).contains("publishDraft");
        complete("approver-2", draft, "outcome", "published");
        await().atMost(Duration.ofSeconds(60)).until(() -> drafts.get(draft).state() == State.PUBLISHED);
        assertThat(releases.inForce().number()).isEqualTo(drafts.get(draft).release());
        assertThat(running(draft)).isZero();
        assertThat(drafts.steps(draft))
                .extracting(PolicyStep::step, PolicyStep::actor)
                .endsWith(
                        org.assertj.core.groups.Tuple.tuple(Draft.Step.APPROVE, "approver"),
                        org.assertj.core.groups.Tuple.tuple(Draft.Step.PREPARE, "approver-2"),
                        org.assertj.core.groups.Tuple.tuple(Draft.Step.PUBLISH, "approver-2"));
    }

    @Test
    void theSameActOnThePageIsSeenInTheTasklist() {
        UUID draft = changed("analyst");
        check(draft);
        drafts.sendBack(draft, "approver", "先问水务处");
        assertThat(task("approver", draft)).isEmpty();
        check(draft);
        drafts.approve(draft, "approver", "同意");
        assertThat(task("approver", draft)).map(InboxTask::key).contains("publishDraft");
        complete("approver", draft, "outcome", "sentBack", "reason", "再想想");
        assertThat(drafts.get(draft).state()).isEqualTo(State.DRAFT);
        assertThat(drafts.get(draft).approver()).isNull();
        check(draft);
        drafts.approve(draft, "approver", "同意");
        assertThat(drafts.publish(draft, "approver-2"))
                .isEqualTo(releases.inForce().number());
        assertThat(running(draft)).isZero();
    }

    @Test
    void anAuthorNeverApprovesTheirOwnAtAnyDoor() {
        UUID draft = changed("both");
        assertThat(drafts.check(draft, "both")).isEmpty();
        assertThatThrownBy(() -> complete("both", draft, "outcome", "approved", "reason", "我同意"))
                .hasMessage("policy.draft.own");
        assertThatThrownBy(() -> drafts.approve(draft, "both", "我同意")).hasMessage("policy.draft.own");
        assertThat(drafts.get(draft).state()).isEqualTo(State.BACKTESTED);
        assertThat(task("approver", draft)).map(InboxTask::key).contains("approveDraft");
        drafts.withdraw(draft, "both", "试完");
    }

    @Test
    void whatIsChangedIsNobodysToApproveUntilItIsCheckedAgain() {
        UUID draft = changed("analyst");
        check(draft);
        change(draft, "analyst");
        assertThat(task("approver", draft)).isEmpty();
        check(draft);
        assertThat(task("approver", draft)).isPresent();
        drafts.withdraw(draft, "analyst", "不改了");
        assertThat(running(draft)).isZero();
    }

    @Test
    void aFormIsHeldToItsSchemaAndAReasonIsAsked() {
        UUID draft = changed("analyst");
        check(draft);
        assertThatThrownBy(() -> complete("approver", draft, "outcome", "approved"))
                .hasMessage("policy.form.missing");
        assertThatThrownBy(() -> complete("approver", draft, "outcome", "published", "reason", "x"))
                .hasMessage("policy.form.notAChoice");
        assertThatThrownBy(() -> complete("approver", draft, "outcome", "approved", "reason", "x", "by", "admin"))
                .hasMessage("policy.form.unknown");
        drafts.approve(draft, "approver", "同意");
        assertThatThrownBy(() -> complete("approver", draft, "outcome", "sentBack"))
                .hasMessage("policy.form.missing");
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void whatAColleagueHasClaimedIsTheirsOnThePageToo() {
        UUID draft = changed("analyst");
        check(draft);
        inbox.claim(
                actors.of("approver-2"), task("approver-2", draft).orElseThrow().id());
        assertThatThrownBy(() -> drafts.approve(draft, "approver", "同意")).hasMessage("workflow.task.heldBy");
        drafts.approve(draft, "approver-2", "同意");
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void noReleaseRedrawsTheSecondLook() throws IOException {
        UUID draft = drafts.open("改审批", "analyst");
        String model = java.nio.file.Files.readString(java.nio.file.Path.of(MODEL));
        drafts.put(draft, "processes/life/life.bpmn", model.getBytes(StandardCharsets.UTF_8), "analyst");
        drafts.put(
                draft,
                "forms/approveDraft.form",
                java.nio.file.Files.readAllBytes(java.nio.file.Path.of("src/main/resources/life/approveDraft.form")),
                "analyst");
        assertThat(drafts.check(draft, "analyst"))
                .extracting(it -> it.key())
                .contains("policy.guard.reserved", "policy.guard.unknownTask", "policy.guard.reservedForm");
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void theWholeModelIsGoneThrough() throws IOException {
        whatIsCheckedIsATaskOfTheCitysApproversUntilItIsPublished();
        theSameActOnThePageIsSeenInTheTasklist();
        whatIsChangedIsNobodysToApproveUntilItIsCheckedAgain();
        whatCouldNotComeIntoForceIsToBePublishedAgain();
        double covered = 1 - (double) paths.untouched(MODEL).size() / paths.size(MODEL);
        assertThat(covered).as("left: " + paths.untouched(MODEL)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void whatCouldNotComeIntoForceIsToBePublishedAgain() {
        UUID draft = changed("analyst");
        check(draft);
        drafts.approve(draft, "approver", "同意");
        int base = releases.inForce().number();
        transaction.executeWithoutResult(status -> {
            complete("approver", draft, "outcome", "published");
            releases.publishNext(base, releases.files(base), "gridcase", "别人先发布了一版");
        });

        await().atMost(Duration.ofSeconds(60))
                .until(() -> task("approver", draft).isPresent());

        assertThat(task("approver", draft)).map(InboxTask::key).contains("publishDraft");
        assertThat(drafts.get(draft).state()).isEqualTo(State.APPROVED);
        assertThat(drafts.steps(draft)).extracting(PolicyStep::step).endsWith(Draft.Step.PREPARE, Draft.Step.FAIL);
        drafts.rollBack(releases.inForce().number(), "approver", "试完");
        drafts.withdraw(draft, "analyst", "试完");
    }

    private UUID changed(String author) {
        UUID draft = drafts.open("改示例", author);
        change(draft, author);
        return draft;
    }

    private void change(UUID draft, String author) {
        String examples = new String(drafts.file(draft, EXAMPLES), StandardCharsets.UTF_8);
        drafts.put(draft, EXAMPLES, examples.replace("路面塌陷", "路面塌陷了").getBytes(StandardCharsets.UTF_8), author);
    }

    private void check(UUID draft) {
        assertThat(drafts.check(draft, "analyst")).isEmpty();
    }

    private Optional<InboxTask> task(String account, UUID draft) {
        return inbox.find(actors.of(account), new CaseId(draft));
    }

    private void complete(String account, UUID draft, String... values) {
        Map<String, Object> fields = new java.util.HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i], values[i + 1]);
        }
        inbox.complete(actors.of(account), task(account, draft).orElseThrow().id(), fields);
    }

    private long running(UUID draft) {
        return jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?")
                .param(draft.toString())
                .query(Long.class)
                .single();
    }
}
