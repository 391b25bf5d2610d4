package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gridcase.backtest.Backtests;
import org.gridcase.grid.Grids;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where and when a release is in force. */
@CityTest
class PublishingTests {
    private static final String COLLAPSE = "L01001";
    private static final String HERE = "410102";
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Drafts drafts;

    @Autowired
    Publishing publishing;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Autowired
    Flow flow;

    @Autowired
    Grids grids;

    @Autowired
    JdbcClient jdbc;

    private DraftMaker maker;
    private int base;

    @BeforeEach
    void begin() {
        maker = new DraftMaker(drafts, releases, backtests);
        base = releases.inForce().number();
    }

    @AfterEach
    void end() {
        maker.undoAll();
    }

    @Test
    void aReleaseForOneDistrictIsInForceThereAloneUntilItIsWidened() {
        int release = published(draft(), Reach.of(List.of(HERE), null));

        assertThat(releaseOf(flow.report("路面塌陷", COLLAPSE).caseId())).isEqualTo(release);
        assertThat(releaseOf(elsewhere())).isEqualTo(base);
        assertThat(releases.inForce().number()).isEqualTo(base);
        assertThat(releases.standing(release).under()).containsExactly(HERE);

        publishing.widen(release, Reach.CITY_NOW, "approver", "试行一周，可行");

        assertThat(releaseOf(elsewhere())).isEqualTo(release);
        assertThat(releases.standing(release).city()).isTrue();
        assertThat(publishing.steps(release)).extracting(PolicyStep::step).contains(Draft.Step.WIDEN);

        drafts.rollBack(release, "approver", "还是不行");

        assertThat(releaseOf(elsewhere())).isEqualTo(base);
        assertThat(releaseOf(flow.report("路面塌陷", COLLAPSE).caseId())).isEqualTo(base);
        assertThat(releases.standing(release).state()).isEqualTo(Standing.State.ROLLED_BACK);
    }

    @Test
    void whatOneDistrictTriesIsNotUndoneUnseenByAReleaseForTheCity() {
        UUID late = draft();
        int tried = published(draft(), Reach.of(List.of(HERE), null));

        assertThatThrownBy(() -> publishing.begin(late, Reach.CITY_NOW, "approver"))
                .hasMessage("policy.draft.overtaken");

        int beside = published(late, Reach.of(List.of(other()), null));
        assertThatThrownBy(() -> publishing.widen(tried, Reach.CITY_NOW, "approver", "扩大"))
                .hasMessage("policy.draft.overtaken");
        drafts.rollBack(beside, "approver", "先让一让");
        publishing.widen(tried, Reach.CITY_NOW, "approver", "扩大");
        assertThat(releaseOf(elsewhere())).isEqualTo(tried);
    }

    @Test
    void aReleaseThatAnotherStandsUponIsNotTakenBackFromUnderIt() {
        int lower = published(draft(), Reach.CITY_NOW);
        int upper = published(draft(), Reach.of(List.of(HERE), null));

        assertThatThrownBy(() -> drafts.rollBack(lower, "approver", "全撤")).hasMessage("policy.release.notInForce");

        drafts.rollBack(upper, "approver", "先撤上面的");
        drafts.rollBack(lower, "approver", "再撤下面的");
        assertThat(releases.inForce(HERE).number()).isEqualTo(base);
    }

    @Test
    void aScheduledReleaseWaitsForItsTimeAndCanBeCalledOffBefore() {
        UUID late = draft();
        int scheduled = published(draft(), Reach.of(List.of(), Instant.now().plus(HOUR)));

        assertThat(releases.inForce().number()).isEqualTo(base);
        assertThat(releases.standing(scheduled).state()).isEqualTo(Standing.State.SCHEDULED);
        assertThatThrownBy(() -> publishing.begin(late, Reach.CITY_NOW, "approver"))
                .hasMessage("policy.draft.overtaken");

        publishing.callOff(scheduled, "approver", "推迟");

        assertThat(releases.standing(scheduled).state()).isEqualTo(Standing.State.ROLLED_BACK);
        assertThat(published(late, Reach.CITY_NOW)).isEqualTo(releases.inForce().number());
    }

    @Test
    void aScheduledReleaseComesIntoForceByItself() {
        int scheduled = published(draft(), Reach.of(List.of(), Instant.now().plusSeconds(4)));
        assertThat(releases.inForce().number()).isEqualTo(base);

        await().atMost(Duration.ofSeconds(30)).until(() -> releases.inForce().number() == scheduled);

        assertThat(releases.standing(scheduled).state()).isEqualTo(Standing.State.IN_FORCE);
        assertThat(releases.standing(base).state()).isEqualTo(Standing.State.SUPERSEDED);
    }

    @Test
    void aWideningToComeIsCalledOffAloneAndTheDistrictKeepsItsRelease() {
        int release = published(draft(), Reach.of(List.of(HERE), null));
        publishing.widen(release, Reach.of(List.of(), Instant.now().plus(HOUR)), "approver", "月初扩大");
        assertThat(releases.standing(release).coming()).containsExactly(Force.CITY);

        publishing.callOff(release, "approver", "再等等");

        assertThat(releases.standing(release).under()).containsExactly(HERE);
        assertThat(releases.standing(release).next()).isNull();
        assertThatThrownBy(() -> publishing.callOff(release, "approver", "再取消"))
                .hasMessage("policy.release.nothingToCome");
    }

    @Test
    void everyNodeSaysWhetherItIsReadyBeforeTheReleaseIsInForce() {
        UUID draft = draft();
        int release = publishing.begin(draft, Reach.CITY_NOW, "approver");
        assertThat(releases.inForce().number()).isEqualTo(base);
        assertThatThrownBy(() -> publishing.begin(draft, Reach.CITY_NOW, "approver"))
                .isInstanceOf(DraftRefused.class);

        Publication done = awaitDone(draft);

        assertThat(done.state()).isEqualTo(Publication.State.DONE);
        assertThat(publishing.reports(done)).hasSize(1).allSatisfy(it -> {
            assertThat(it.problem()).isNull();
            assertThat(it.tookMillis()).isNotNull();
        });
        assertThat(drafts.get(draft).release()).isEqualTo(release);
        assertThat(drafts.steps(draft)).extracting(PolicyStep::step).endsWith(Draft.Step.PREPARE, Draft.Step.PUBLISH);
    }

    @Test
    void whatCannotBeIsRefused() {
        UUID draft = draft();
        refused(Refusal.Kind.FORBIDDEN, () -> publishing.begin(draft, Reach.CITY_NOW, "analyst"));
        refused(Refusal.Kind.INVALID, () -> publishing.begin(draft, Reach.of(List.of("1"), null), "approver"));
        refused(
                Refusal.Kind.INVALID,
                () -> publishing.begin(
                        draft, Reach.of(List.of(), Instant.now().plus(Duration.ofDays(400))), "approver"));
        refused(Refusal.Kind.FORBIDDEN, () -> publishing.widen(1, Reach.CITY_NOW, "analyst", "x"));
        refused(Refusal.Kind.INVALID, () -> publishing.widen(1, Reach.CITY_NOW, "approver", " "));
        refused(Refusal.Kind.CONFLICT, () -> publishing.widen(1, Reach.CITY_NOW, "approver", "x"));
        refused(Refusal.Kind.FORBIDDEN, () -> publishing.callOff(1, "analyst", "x"));
        assertThat(publishing.of(draft)).isEmpty();
    }

    private static void refused(Refusal.Kind kind, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind())
                .isEqualTo(kind));
    }

    private UUID draft() {
        return maker.changed("改表单 " + UUID.randomUUID(), "forms/handleCase.form", it -> it + " ");
    }

    private int published(UUID draft, Reach reach) {
        int release = publishing.begin(draft, reach, "approver");
        assertThat(awaitDone(draft).state()).isEqualTo(Publication.State.DONE);
        return release;
    }

    private Publication awaitDone(UUID draft) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> publishing.of(draft).orElseThrow(), it -> it.state() != Publication.State.PREPARING);
    }

    private String other() {
        return grids.children(grids.city().code()).stream()
                .map(area -> area.code())
                .filter(code -> !code.equals(HERE))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    /** Reported in another district. */
    private CaseId elsewhere() {
        var inside = grids.area(other()).orElseThrow().outline().getInteriorPoint();
        CaseId id = flow.report(new GeoPoint(inside.getX(), inside.getY()), "路面塌陷", COLLAPSE)
                .caseId();
        assertThat(flow.facts(id).location().district()).isEqualTo(other());
        return id;
    }

    private int releaseOf(CaseId id) {
        return jdbc.sql("select release from city_case where id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
