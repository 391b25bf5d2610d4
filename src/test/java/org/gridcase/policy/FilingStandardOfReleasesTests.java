package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.backtest.Backtests;
import org.gridcase.catalogue.FilingSheets;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.desk.process.MigrationRun;
import org.gridcase.desk.process.Migrations;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.policy.guard.Finding;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Tried;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits change with releases, and only so. */
@CityTest
class FilingStandardOfReleasesTests {
    private static final String PATH = ChangedStandard.PATH;
    private static final String HERE = "410102";
    private static final String COLLAPSE = "L01001";
    private static final String ROW = "L01001-1";
    private static final int SHIPPED = 1;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Autowired
    Drafts drafts;

    @Autowired
    DraftUploads uploads;

    @Autowired
    Releases releases;

    @Autowired
    Publishing publishing;

    @Autowired
    Migrations migrations;

    @Autowired
    Hindsights hindsights;

    @Autowired
    CaseTrials trials;

    @Autowired
    Rulebooks rulebooks;

    @Autowired
    RowDifferences differences;

    @Autowired
    FolderOffers offers;

    @Autowired
    Bundles bundles;

    @Autowired
    FilingStandard standard;

    @Autowired
    FilingSheets sheets;

    @Autowired
    Backtests backtests;

    @Autowired
    Grids grids;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    private DraftMaker maker;

    @BeforeEach
    void begin() {
        maker = new DraftMaker(drafts, releases, backtests);
        assertThat(releases.get(1).catalogueVersion()).isEqualTo(SHIPPED);
    }

    @AfterEach
    void end() {
        maker.undoAll();
    }

    @Test
    void aCaseHasTheLimitOfItsReleaseFromPublishingUntilRollingBack() {
        CaseId before = atFiling();
        int release = published(halved());

        CaseId after = filed(atFiling());
        filed(before);

        int version = releases.get(release).catalogueVersion();
        assertThat(version).isGreaterThan(SHIPPED);
        assertThat(hours(after)).isEqualTo(1);
        assertThat(hours(before)).as("accepted under the old release").isEqualTo(2);
        assertThat(flow.facts(after).filingVersion()).isEqualTo(version);
        assertThat(flow.facts(before).filingVersion()).isEqualTo(SHIPPED);
        assertThat(named(after)).containsOnly(version);
        assertThat(named(before)).containsOnly(SHIPPED);
        assertThat(deadline(after)).isCloseTo(Duration.ofHours(1), MOMENT);
        assertThat(deadline(before)).isCloseTo(Duration.ofHours(2), MOMENT);

        drafts.rollBack(release, "approver", "来不及");

        assertThat(hours(filed(atFiling()))).isEqualTo(2);
        assertThat(hours(after)).as("keeps its release").isEqualTo(1);
    }

    @Test
    void everyDecisionNamesReleaseCatalogueAndCalendar() {
        CaseId id = filed(atFiling());

        assertThat(jdbc.sql("""
                        select count(*) from decision_record
                        where case_id = ? and (calendar_version is null or catalogue_version is null or release is null)""").param(id.value()).query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select distinct calendar_version from decision_record where case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(jdbc.sql("select max(version) from calendar_version")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aDistrictThatTriesLimitsFirstTriesThemAlone() {
        UUID draft = approved(halved());
        publishing.begin(draft, Reach.of(List.of(HERE), null), "approver");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> publishing.of(draft).orElseThrow().state() == Publication.State.DONE);

        assertThat(hours(filed(atFiling()))).isEqualTo(1);
        assertThat(hours(filed(elsewhere()))).isEqualTo(2);
    }

    @Test
    void aCaseThatIsMovedIsFiledUnderItsNewReleaseAndOneThatWasFiledKeepsItsRow() {
        CaseId waiting = atFiling();
        CaseId done = filed(atFiling());
        int release = published(halved());

        migrations.begin(release, "approver", "按新时限办");
        await().atMost(Duration.ofSeconds(120))
                .until(() -> migrations.last(release).orElseThrow().state() == MigrationRun.State.DONE);

        assertThat(flow.facts(waiting).release()).isEqualTo(release);
        assertThat(hours(filed(waiting))).isEqualTo(1);
        assertThat(flow.facts(done).release()).isEqualTo(release);
        assertThat(hours(done)).isEqualTo(2);
        assertThat(flow.facts(done).filingVersion()).isEqualTo(SHIPPED);
        flow.complete(
                "dispatch",
                done,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(done).proposedUnit()));
        assertThat(deadlineNow(done)).isCloseTo(Duration.ofHours(2), MOMENT);
    }

    @Test
    void aReleaseWithoutTheSheetKeepsWhatWasInForce() {
        int release = published(halved());
        int version = releases.get(release).catalogueVersion();
        UUID draft = drafts.open("去掉标准文件", "analyst");
        drafts.remove(draft, PATH, "analyst");

        int next = published(draft);

        assertThat(releases.has(next, PATH)).isFalse();
        assertThat(releases.get(next).catalogueVersion()).isEqualTo(version);
        assertThat(hours(filed(atFiling()))).isEqualTo(1);
    }

    @Test
    void theSameRowsInAnotherFileMakeNoOtherVersion() {
        int newest = standard.newest();
        UUID draft = drafts.open("换成英文表头", "analyst");
        drafts.put(draft, PATH, sheets.write(standard.in(SHIPPED), Locale.ENGLISH), "analyst");

        int release = published(draft);

        assertThat(releases.get(release).catalogueVersion()).isEqualTo(SHIPPED);
        assertThat(standard.newest()).isEqualTo(newest);
        assertThat(differences.ofReleases(1, release, PATH).none()).isTrue();
    }

    @Test
    void aWrongCellIsNamedByTheCheckAndNothingComesOfIt() {
        int newest = standard.newest();
        UUID draft = drafts.open("写错时限", "analyst");
        drafts.put(draft, PATH, ChangedStandard.limit(shipped(), ROW, 0), "analyst");

        List<Finding> found = drafts.check(draft, "analyst");

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.file()).isEqualTo(PATH);
            assertThat(one.place()).matches("E\\d+");
            assertThat(one.key()).isEqualTo("catalogue.import.amount");
        });
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);
        assertThat(standard.newest()).isEqualTo(newest);
        assertThatThrownBy(() -> differences.ofDraft(draft, PATH)).hasMessage("policy.studio.checkFirst");
        assertThat(trials.ofDraft(draft, facts()))
                .anySatisfy(step ->
                        assertThat(step.wrong()).extracting(Finding::key).contains("catalogue.import.amount"));
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void whatChangesLimitsIsBacktestedAndDiffersRowByRow() {
        UUID draft = halved();
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.CHECKED);

        RowDifference difference = differences.ofDraft(draft, PATH);

        assertThat(difference.lines())
                .filteredOn(line -> !line.same())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.id()).isEqualTo(ROW);
                    assertThat(line.cells())
                            .filteredOn(RowDifference.Cell::changed)
                            .containsExactly(new RowDifference.Cell("2", "1"));
                });
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void tryingACaseAndSimulatingAPastGoByTheDraftsOwnRows() {
        UUID draft = halved();

        assertThat(limit(trials.ofDraft(draft, facts()))).isEqualTo(new Limit(1, LimitKind.URGENT_HOURS));
        assertThat(limit(trials.inForce(facts()))).isEqualTo(new Limit(2, LimitKind.URGENT_HOURS));
        assertThat(rulebooks.ofDraft(draft).standard().row(ROW).orElseThrow().limit())
                .isEqualTo(new Limit(1, LimitKind.URGENT_HOURS));
        assertThat(rulebooks.inForce().standard()).isEqualTo(standard.in(SHIPPED));
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void todaysRulesSayAnotherLimitOnceTheyHaveOne() {
        CaseId id = filed(atFiling());
        var place = new Hindsights.Place(HERE, flow.facts(id).location().street(), "");
        assertThat(hindsights.of(id, place).differs()).isFalse();

        published(halved());

        assertThat(hindsights.of(id, place).rulings())
                .filteredOn(Hindsight.Ruling::differs)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.decision()).isEqualTo("filing");
                    assertThat(one.otherLimit()).isTrue();
                    assertThat(one.thenVersion()).isEqualTo(SHIPPED);
                });
    }

    @Test
    void aFileThatIsNamedAsItWasDownloadedFindsItsPlace() {
        for (String name : List.of("filing-standard.xlsx", "filing-standard-v3.xlsx", "filing-standard-v3 (1).xlsx")) {
            UUID draft = drafts.open("放回 " + name, "analyst");
            byte[] changed = ChangedStandard.limit(shipped(), ROW, 1);

            uploads.put(draft, List.of(new NamedFile(name, changed)), "analyst");

            assertThat(drafts.changes(draft)).as(name).containsExactly(new FileChange(PATH, FileChange.Kind.CHANGED));
            drafts.withdraw(draft, "analyst", "试完");
        }
    }

    /** As a city had it that replaced its standard before releases held any. */
    @Test
    void theProgramsSamplesAreNotOfferedOverLimitsThatTheCityHasSet() {
        int release = published(halved());
        UUID without = drafts.open("去掉标准文件", "analyst");
        drafts.remove(without, PATH, "analyst");
        published(without);
        List<Artifact> before = bundles.files(release).stream()
                .filter(file -> !file.path().equals(PATH))
                .map(file -> file.path().equals("rules/filing/cases.csv")
                        ? Artifact.of(
                                file.path(),
                                (new String(file.content(), StandardCharsets.UTF_8) + "\n")
                                        .getBytes(StandardCharsets.UTF_8))
                        : file)
                .toList();
        offers.offer(before);
        List<Artifact> now = new ArrayList<>(before);
        now.add(Artifact.of(PATH, shipped()));

        assertThat(offers.offer(now).map(drafts::changes).orElse(List.of()))
                .extracting(FileChange::path)
                .doesNotContain(PATH);
    }

    private static Limit limit(List<TrialStep> steps) {
        return steps.stream()
                .filter(step -> step.decision().equals("filing"))
                .map(step -> (Limit) step.output().get(TrialStep.LIMIT))
                .findFirst()
                .orElseThrow();
    }

    private TrialFacts facts() {
        return new TrialFacts(COLLAPSE, true, 1, 1, "resident", HERE, HERE + "001", "", 1, 0);
    }

    private byte[] shipped() {
        return releases.artifact(1, PATH);
    }

    private UUID halved() {
        UUID draft = drafts.open("塌陷时限减半", "analyst");
        drafts.put(draft, PATH, ChangedStandard.limit(shipped(), ROW, 1), "analyst");
        return draft;
    }

    private UUID approved(UUID draft) {
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        Tried.now(backtests, draft, "analyst");
        drafts.approve(draft, "approver", "同意");
        return draft;
    }

    private int published(UUID draft) {
        return drafts.publish(approved(draft), "approver");
    }

    private CaseId atFiling() {
        CaseId id = flow.report("路面塌陷", COLLAPSE).caseId();
        flow.run(id);
        return id;
    }

    private CaseId elsewhere() {
        Area other = grids.children(grids.city().code()).stream()
                .filter(area -> !area.code().equals(HERE))
                .min(Comparator.comparing(Area::code))
                .orElseThrow();
        var inside = other.outline().getInteriorPoint();
        CaseId id = flow.report(new GeoPoint(inside.getX(), inside.getY()), "路面塌陷", COLLAPSE)
                .caseId();
        flow.run(id);
        return id;
    }

    private CaseId filed(CaseId id) {
        String clerk = flow.facts(id).location().district().equals(HERE) ? "filing" : "filing2";
        flow.complete(clerk, id, "outcome", "filed", "row", ROW);
        return id;
    }

    private int hours(CaseId id) {
        assertThat(flow.facts(id).limitKind()).isEqualTo("URGENT_HOURS");
        return Objects.requireNonNull(flow.facts(id).limitAmount());
    }

    /** Versions of the catalogue in its records. */
    private List<Integer> named(CaseId id) {
        return jdbc.sql("select catalogue_version from decision_record where case_id = ?")
                .param(id.value())
                .query(Integer.class)
                .list();
    }

    private Duration deadline(CaseId id) {
        flow.complete(
                "dispatch",
                id,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        return deadlineNow(id);
    }

    private Duration deadlineNow(CaseId id) {
        var facts = flow.facts(id);
        return Duration.between(facts.movedAt(), facts.dueAt());
    }
}
