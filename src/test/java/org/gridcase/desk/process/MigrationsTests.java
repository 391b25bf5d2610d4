package org.gridcase.desk.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.gridcase.backtest.Backtests;
import org.gridcase.casework.Move;
import org.gridcase.casework.Timeline;
import org.gridcase.policy.DraftMaker;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Running cases follow another release only if somebody lets them, and only if they can. */
@CityTest
class MigrationsTests {
    @Autowired
    Migrations migrations;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Autowired
    Flow flow;

    @Autowired
    Timeline timeline;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    private DraftMaker maker;

    @BeforeEach
    void begin() {
        maker = new DraftMaker(drafts, releases, backtests);
    }

    @AfterEach
    void end() {
        maker.undoAll();
    }

    @Test
    void whatCanMoveMovesWithItsFormsAndRulesAndWhatCannotEndsAsItBegan() {
        CaseId waiting = atFiling();
        CaseId between = atRouting();
        int release = routeUnderAnotherName();

        assertThat(migrations.behind(release).get(1)).isGreaterThanOrEqualTo(2);
        assertThat(migrations.preview(release))
                .anySatisfy(group -> {
                    assertThat(group.place()).isEqualTo("立案");
                    assertThat(group.snag()).isNull();
                })
                .anySatisfy(group -> {
                    assertThat(group.place()).isEqualTo("匹配责任单位");
                    assertThat(group.snag()).isEqualTo(new Snag("case-handling", "匹配责任单位", "desk.migration.noPlace"));
                });
        assertThat(flow.facts(waiting).release()).as("a preview moves nothing").isEqualTo(1);
        assertThat(deploymentOf(waiting)).isEqualTo(releases.get(1).deploymentId());

        MigrationRun run = moved(release);

        assertThat(run.moved() + run.kept()).isEqualTo(run.total());
        assertThat(flow.facts(waiting).release()).isEqualTo(release);
        assertThat(deploymentOf(waiting)).isEqualTo(releases.get(release).deploymentId());
        assertThat(runtime.getVariable(flow.instance(waiting).getId(), "release"))
                .isEqualTo(release);
        assertThat(timeline.of(waiting))
                .filteredOn(entry -> entry.move() == Move.MIGRATE)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("approver");
                    assertThat(entry.reason()).isEqualTo("按新流程办");
                    assertThat(entry.detail().get("release")).isEqualTo(release);
                });
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'case.migrate' and subject = ?")
                        .param(waiting.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(flow.facts(between).release()).isEqualTo(1);
        assertThat(migrations.keptBy(run)).anySatisfy(kept -> {
            assertThat(kept.id()).isEqualTo(between);
            assertThat(kept.snag().key()).isEqualTo("desk.migration.noPlace");
        });

        file(waiting);
        assertThat(flow.hasTask("dispatch", waiting))
                .as("goes on by the new way")
                .isTrue();
        assertThat(decidedUnder(waiting, "routing")).isEqualTo(release);
        flow.run(between);
        assertThat(flow.hasTask("dispatch", between))
                .as("goes on by the old way")
                .isTrue();
        assertThat(decidedUnder(between, "routing")).isEqualTo(1);
    }

    @Test
    void afterRollingBackCasesCanBeTakenBackToo() {
        int release = drafts.publish(maker.flow("回访等两周", it -> it.replace(">P7D<", ">P14D<")), "approver");
        CaseId id = atFiling();
        assertThat(flow.facts(id).release()).isEqualTo(release);
        drafts.rollBack(release, "approver", "不妥");
        assertThat(flow.facts(id).release()).as("pinned").isEqualTo(release);

        moved(1);

        assertThat(flow.facts(id).release()).isEqualTo(1);
        assertThat(deploymentOf(id)).isEqualTo(releases.get(1).deploymentId());
    }

    @Test
    void onlyApproversMoveCasesAndOnlyToWhatIsInForce() {
        atFiling();
        int release = drafts.publish(maker.flow("回访等两周", it -> it.replace(">P7D<", ">P14D<")), "approver");
        refused(Refusal.Kind.FORBIDDEN, () -> migrations.begin(release, "analyst", "x"));
        refused(Refusal.Kind.INVALID, () -> migrations.begin(release, "approver", " "));
        refused(Refusal.Kind.CONFLICT, () -> migrations.begin(1, "approver", "x"));
        refused(Refusal.Kind.NOT_FOUND, () -> migrations.stop(UUID.randomUUID(), "approver"));
    }

    private static void refused(Refusal.Kind kind, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind())
                .isEqualTo(kind));
    }

    private int routeUnderAnotherName() {
        UUID draft = maker.flow("匹配单位改名", it -> it.replace("\"route\"", "\"routeCase\""));
        return drafts.publish(draft, "approver");
    }

    private MigrationRun moved(int release) {
        migrations.begin(release, "approver", "按新流程办");
        return await().atMost(Duration.ofSeconds(120))
                .until(() -> migrations.last(release).orElseThrow(), run -> run.state() == MigrationRun.State.DONE);
    }

    private CaseId atFiling() {
        CaseId id = flow.report("路面塌陷", "L01001").caseId();
        flow.run(id);
        assertThat(flow.hasTask("filing", id)).isTrue();
        return id;
    }

    /** Its job to match a unit is still to be done. */
    private CaseId atRouting() {
        CaseId id = atFiling();
        flow.completeNow(
                "filing",
                flow.task("filing", id).id(),
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        return id;
    }

    private void file(CaseId id) {
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.run(id);
    }

    private String deploymentOf(CaseId id) {
        return repository
                .getProcessDefinition(flow.instance(id).getProcessDefinitionId())
                .getDeploymentId();
    }

    private int decidedUnder(CaseId id, String decision) {
        return jdbc.sql("select release from decision_record where case_id = ? and decision = ?")
                .params(id.value(), decision)
                .query(Integer.class)
                .single();
    }
}
