package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.gridcase.shared.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(
        mode = BootstrapMode.DIRECT_DEPENDENCIES,
        verifyAutomatically = false,
        extraIncludes = {"audit", "limits"})
class PolicyTests {
    private static final FilingInput LITTER = new FilingInput("M06010", "410102", "", false);

    @Autowired
    Releases releases;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private CaseId caseId = CaseId.next();

    @BeforeEach
    void anotherCase() {
        caseId = CaseId.next();
    }

    @Test
    void whatTravelsInTheJarIsReleaseOne() {
        assertThat(releases.inForce().number()).isEqualTo(1);
        assertThat(jdbc.sql("select path from policy_artifact where release = 1")
                        .query(String.class)
                        .list())
                .contains("rules/routing/routing.drl.xlsx", "processes/case-handling/minor-event.dmn");
    }

    @Test
    void twoNodesStartingAtOncePublishOnce() throws Exception {
        long before = deployments();
        jdbc.sql("delete from policy_artifact").update();
        jdbc.sql("delete from policy_force").update();
        jdbc.sql("delete from policy_release").update();
        CyclicBarrier together = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var first = nodes.submit(() -> {
                together.await();
                return releases.publishFirst();
            });
            var second = nodes.submit(() -> {
                together.await();
                return releases.publishFirst();
            });
            assertThat(first.get()).isEqualTo(second.get());
        } finally {
            nodes.shutdown();
        }
        assertThat(deployments() - before).isEqualTo(1);
    }

    @Test
    void aTasksFormComesFromItsRelease() {
        jdbc.sql("insert into policy_artifact (release, path, sha256, content) values (1, 'forms/tryOut.form', 'x', ?)")
                .param("{}".getBytes(StandardCharsets.UTF_8))
                .update();
        assertThat(releases.form(1, "tryOut")).asString().isEqualTo("{}");
        assertThatThrownBy(() -> releases.form(1, "../secret")).isInstanceOf(NotInRelease.class);
        jdbc.sql("delete from policy_artifact where path = 'forms/tryOut.form'").update();
    }

    @ParameterizedTest
    @CsvSource({
        "M06010, worker,   1, true,  none,   minor-03",
        "M06010, resident, 1, true,  none,   minor-04",
        "M06010, resident, 0, true,  person, minor-05",
        "M09010, resident, 2, true,  none,   minor-06",
        "M09005, worker,   3, true,  person, minor-07",
        "L01001, worker,   3, false, person, minor-01",
        "L02001, resident, 0, false, person, minor-02",
        "M06013, resident, 1, false, person, minor-10",
        "?,      ,         0, false, person, minor-10",
    })
    void everydayStreetMattersAreMinorAndSuddenEventsNever(
            String code, String channel, int photos, boolean minor, String check, String row) {
        assertThat(decisions.assessMinor(caseId, 1, new MinorInput(code, channel == null ? "" : channel, photos)))
                .isEqualTo(new MinorDecided(row, minor, check));
    }

    @Test
    void aDecisionIsRecordedWithItsTableAndRow() {
        decisions.file(caseId, 1, LITTER);
        assertThat(decisions.of(caseId)).singleElement().satisfies(made -> {
            assertThat(made.decision()).isEqualTo("filing");
            assertThat(made.release()).isEqualTo(1);
            assertThat(made.row()).isEqualTo("F05");
            assertThat(made.tableSha256()).isEqualTo(Hash.of(releases.artifact(1, "rules/filing/filing.drl.xlsx")));
            assertThat(made.inputs()).containsEntry("serviceCode", "M06010").hasSize(4);
            assertThat(made.output()).isEqualTo(Map.of("filingRow", "M06010-1", "limitFactor", 1.0));
        });
    }

    @Test
    void aDecisionVanishesWithItsCallersTransaction() {
        transactions.executeWithoutResult(open -> {
            decisions.file(caseId, 1, LITTER);
            open.setRollbackOnly();
        });
        assertThat(decisions.of(caseId)).isEmpty();
    }

    @Test
    void oldRecordsRecomputeToTheSame() {
        decideAll(caseId);
        List<DecisionRecord> made = decisions.of(caseId);
        assertThat(made).hasSize(4).allSatisfy(record -> assertThat(decisions.recompute(record.id()))
                .isEqualTo(record.output()));
    }

    @Test
    void anOverrideStandsBesideWhatTheTableSaid() {
        decisions.file(caseId, 1, LITTER);
        decisions.override(caseId, "filing", "dispatch", Map.of("filingRow", "M06010-2"), "堆放多日");
        DecisionRecord made = decisions.of(caseId).get(0);
        assertThat(made.effective()).isEqualTo(Map.of("filingRow", "M06010-2"));
        assertThat(made.output()).containsEntry("filingRow", "M06010-1");
        assertThat(decisions.recompute(made.id())).isEqualTo(made.output());
    }

    @Test
    void anOverrideFallsOnTheLatestDecisionAndKeepsEarlierOnes() {
        decisions.file(caseId, 1, LITTER);
        decisions.file(caseId, 1, LITTER);
        decisions.override(caseId, "filing", "filing", Map.of("filingRow", "M06010-2"), "first thought");
        decisions.override(caseId, "filing", "leader", Map.of("filingRow", "M06010-3"), "second thought");
        List<DecisionRecord> made = decisions.of(caseId);
        assertThat(made.get(0).overridden()).isNull();
        assertThat(made.get(1).effective()).containsEntry("filingRow", "M06010-3");
        assertThat(jdbc.sql("select earlier_overrides ->> 0 from decision_record where id = ?")
                        .param(made.get(1).id())
                        .query(String.class)
                        .single())
                .contains("first thought");
    }

    @Test
    void anOverrideNeedsAReasonAndADecision() {
        assertThatThrownBy(() -> decisions.override(caseId, "filing", "filing", Map.of(), " "))
                .isInstanceOf(OverrideRefused.class);
        assertThatThrownBy(() -> decisions.override(caseId, "filing", "filing", Map.of(), "why"))
                .isInstanceOf(DecisionNotFound.class);
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "M99999", "🙂🙂", "'; drop table decision_record; --", "<script>", "M06010\""})
    void oddInputsAreDecidedByDefaultRows(String odd) {
        String padded = odd + "\u0000\uD800" + "x".repeat(500);
        assertThat(decisions.classify(caseId, 1, new ClassificationInput(padded, Double.NaN, -5, odd, padded, true)))
                .matches(ClassificationDecided::askPerson);
        assertThat(decisions.file(caseId, 1, new FilingInput(padded, odd, odd, false)))
                .returns("F05", FilingDecided::row);
        assertThat(decisions.route(caseId, 1, new RoutingInput(odd, odd, odd, padded, odd, -1)))
                .returns("street-office", RoutingDecided::unitKind);
        assertThat(decisions.assessMinor(caseId, 1, new MinorInput(odd, padded, Integer.MAX_VALUE)))
                .matches(decided -> !decided.minor());
        assertThat(decisions.of(caseId)).hasSize(4);
    }

    @Test
    void aClassThatTheCatalogueDoesNotHaveIsAskedOfAPerson() {
        var unknown = new ClassificationInput("M99999", 1, 1, "worker", "410102", true);
        assertThat(decisions.classify(caseId, 1, unknown)).returns("C01", ClassificationDecided::row);
        var known = new ClassificationInput("M06013", 1, 1, "worker", "410102", true);
        assertThat(decisions.classify(caseId, 1, known)).returns("M06013", ClassificationDecided::serviceCode);
    }

    private void decideAll(CaseId subject) {
        decisions.classify(subject, 1, new ClassificationInput("M06013", 0.1 + 0.7, 0.3, "worker", "410102", false));
        decisions.assessMinor(subject, 1, new MinorInput("M06010", "worker", 2));
        decisions.file(subject, 1, LITTER);
        decisions.route(subject, 1, new RoutingInput("M06010", "M06", "sanitation", "410102001", "410102", 1));
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment where name_ = 'policy release 1'")
                .query(Long.class)
                .single();
    }
}
