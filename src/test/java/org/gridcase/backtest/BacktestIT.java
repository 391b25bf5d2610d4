package org.gridcase.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.catalogue.Limit;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.past.WrittenPast;
import org.gridcase.policy.ChangedStandard;
import org.gridcase.policy.Decisions;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.FilingInput;
import org.gridcase.policy.MinorInput;
import org.gridcase.policy.PolicyStep;
import org.gridcase.policy.Releases;
import org.gridcase.policy.RoutingInput;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.Http;
import org.gridcase.testing.Tried;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts tried on a past, against what SQL finds in the same records without them. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/backtest",
            "gridcase.demo.enabled=true"
        })
@Import({Http.class, WebApps.class})
class BacktestIT {
    private static final Stretch ALL = new Stretch(60, "", "");
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String FILING = "rules/filing/filing.drl.xlsx";
    private static final String CLASSIFICATION = "rules/classification/classification.drl.xlsx";
    private static final String MINOR = "processes/case-handling/minor-event.dmn";
    /** The last decision of that kind of each case. */
    private static final String LAST = """
            with last as (select distinct on (case_id) * from decision_record where decision = :decision
              order by case_id, decided_at desc, id desc)
            """;

    private static boolean written;

    @Autowired
    ApplicationContext context;

    @Autowired
    Backtests backtests;

    @Autowired
    BacktestRows rows;

    @Autowired
    BacktestRunner runner;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    Decisions decisions;

    @Autowired
    FilingStandard standard;

    @Autowired
    Staff staff;

    @Autowired
    WebApps webApps;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    /** Ends three days ago, so that the last day is empty. */
    @BeforeEach
    void aPast() {
        if (!written) {
            written = true;
            WrittenPast.in(
                    context,
                    "--days=25",
                    "--until=" + LocalDate.now().minusDays(3),
                    "--cases-per-day=160",
                    "--seed=11");
            staff.enrol(List.of(new StaffMember("district-analyst", "区分析员")));
            staff.grant("district-analyst", Set.of(new Grant(Role.ANALYST, "410102")));
        }
        jdbc.sql("delete from backtest where state = 'RUNNING'").update();
    }

    @Test
    void aRowThatSendsCasesElsewhereMovesExactlyTheCasesThatItDecided() {
        UUID draft = draft("环卫改派园林", ROUTING, moved());

        Backtest done = Tried.over(backtests, draft, ALL, "analyst");

        Map<String, Long> expected = new TreeMap<>();
        jdbc.sql(LAST + """
                        , moved as (
                          select (select code from unit where kind = 'sanitation' and area = inputs ->> 'street' order by code limit 1) as was,
                            (select code from unit where kind = 'landscape' and area = inputs ->> 'district' order by code limit 1) as now,
                            (select code from unit where kind = 'street-office' and area = inputs ->> 'street' order by code limit 1) as office
                          from last where table_row = 'R27' and overridden_by is null)
                        select coalesce(was, office) || ' ' || coalesce(now, office), count(*) from moved
                        where coalesce(was, office) <> coalesce(now, office) group by 1""")
                .param("decision", "routing")
                .query((row, n) -> expected.put(row.getString(1), row.getLong(2)))
                .list();
        assertThat(expected).isNotEmpty();
        assertThat(shifts(done, Aspect.UNIT)).isEqualTo(expected);
        assertThat(done.figures().changed())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        for (Aspect other : List.of(Aspect.CLASS, Aspect.CLASSIFIER, Aspect.MINOR, Aspect.LIMIT)) {
            assertThat(shifts(done, other)).as("%s", other).isEmpty();
        }
        assertThat(done.figures().handledNow()).isEqualTo(done.figures().handledThen());
        expected.forEach((shift, cases) -> {
            String[] both = shift.split(" ");
            assertThat(idsOf(done, both[0], both[1])).hasSize(cases.intValue()).allSatisfy(id -> assertThat(
                            jdbc.sql(LAST + "select table_row from last where case_id = :id")
                                    .param("decision", "routing")
                                    .param("id", id)
                                    .query(String.class)
                                    .single())
                    .isEqualTo("R27"));
        });
        assertThat(done.figures().overruled()).isEqualTo(count(LAST + """
                        select count(*) from last where table_row = 'R27' and overridden_by is not null
                          and exists (select from unit where kind = 'landscape' and area = inputs ->> 'district')""", "routing"));
    }

    private List<UUID> idsOf(Backtest done, String was, String becomes) {
        return backtests.cases(done.id(), Aspect.UNIT, was, becomes, null, 5_000, "analyst").stream()
                .map(one -> one.id().value())
                .toList();
    }

    @Test
    void everyRecordIsReadAndEqualInputsAreAnsweredOnce() {
        UUID draft = draft("说明改一字", ROUTING, ChangedTables.cell(table(ROUTING), "R66", 'J', "兜底：街道办先接，再行协调"));

        var figures = Tried.over(backtests, draft, ALL, "analyst").figures();

        assertThat(figures.records())
                .isEqualTo(jdbc.sql("select count(*) from decision_record")
                        .query(Long.class)
                        .single());
        assertThat(figures.cases())
                .isEqualTo(jdbc.sql("select count(distinct case_id) from decision_record")
                        .query(Long.class)
                        .single());
        assertThat(figures.distinct())
                .isEqualTo(jdbc.sql("select count(*) from (select distinct decision, inputs from decision_record) d")
                        .query(Long.class)
                        .single());
        assertThat(figures.answered())
                .as("of the table that is another")
                .isEqualTo(jdbc.sql(LAST + "select count(distinct inputs) from last")
                        .param("decision", "routing")
                        .query(Long.class)
                        .single());
        assertThat(figures.changed()).isZero();
    }

    @Test
    void aFactorOfTheFilingTableChangesTheLimitsOfExactlyItsCases() {
        UUID draft = draft("时限减半", FILING, ChangedTables.cell(table(FILING), "F05", 'G', 0.5));

        Backtest done = Tried.over(backtests, draft, ALL, "analyst");

        Map<String, Long> expected = new TreeMap<>();
        jdbc.sql(
                        LAST
                                + "select output ->> 'filingRow', count(*) from last where table_row = 'F05' and overridden_by is null group by 1")
                .param("decision", "filing")
                .query((row, n) -> {
                    var limit = shipped().row(row.getString(1)).orElseThrow().limit();
                    long half = Math.max(1, Math.round(limit.amount() * 0.5));
                    if (half != limit.amount()) {
                        expected.merge(
                                limit.amount() + " " + limit.kind() + " " + half + " " + limit.kind(),
                                row.getLong(2),
                                Long::sum);
                    }
                    return 0;
                })
                .list();
        assertThat(expected).isNotEmpty();
        assertThat(shifts(done, Aspect.LIMIT)).isEqualTo(expected);
        assertThat(shifts(done, Aspect.UNIT)).isEmpty();
        assertThat(done.figures().expectedNow())
                .as("shorter limits are kept less often")
                .isLessThan(done.figures().expectedThen());
    }

    @Test
    void aHalvedLimitOfTheFilingStandardChangesTheLimitsOfExactlyItsClass() {
        String row = commonRow();
        Limit limit = shipped().row(row).orElseThrow().limit();
        int half = limit.amount() / 2;
        UUID draft = drafts.open("一条时限减半", "analyst");
        drafts.put(
                draft, ChangedStandard.PATH, ChangedStandard.limit(table(ChangedStandard.PATH), row, half), "analyst");
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        assertThat(drafts.get(draft).state()).as("limits want a backtest").isEqualTo(Draft.State.CHECKED);

        Backtest done = Tried.over(backtests, draft, ALL, "analyst");

        Map<String, Long> expected = new TreeMap<>();
        jdbc.sql(LAST + """
                        select case when output ->> 'filingRow' = :row then output ->> 'limitFactor' else '1' end, count(*)
                        from last where coalesce(overridden_to ->> 'filingRow', output ->> 'filingRow') = :row group by 1""")
                .param("decision", "filing")
                .param("row", row)
                .query((found, n) -> {
                    double factor = found.getDouble(1);
                    long was = Math.max(1, Math.round(limit.amount() * factor));
                    long becomes = Math.max(1, Math.round(half * factor));
                    if (was != becomes) {
                        expected.merge(
                                was + " " + limit.kind() + " " + becomes + " " + limit.kind(),
                                found.getLong(2),
                                Long::sum);
                    }
                    return 0;
                })
                .list();
        assertThat(expected).isNotEmpty();
        assertThat(shifts(done, Aspect.LIMIT)).isEqualTo(expected);
        assertThat(done.figures().changed())
                .isEqualTo(expected.values().stream().mapToLong(Long::longValue).sum());
        for (Aspect other : List.of(Aspect.CLASS, Aspect.CLASSIFIER, Aspect.MINOR, Aspect.UNIT)) {
            assertThat(shifts(done, other)).as("%s", other).isEmpty();
        }
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.BACKTESTED);
    }

    /** Under which most cases were filed of those with a limit that can be halved. */
    private String commonRow() {
        return jdbc.sql(LAST + """
                        select coalesce(overridden_to ->> 'filingRow', output ->> 'filingRow') from last
                        group by 1 order by count(*) desc, 1""").param("decision", "filing").query(String.class).list().stream()
                .filter(code -> shipped().row(code).orElseThrow().limit().amount() > 1)
                .findFirst()
                .orElseThrow();
    }

    private FilingRows shipped() {
        return standard.in(1);
    }

    @Test
    void anotherClassIsFollowedThroughAllLaterDecisions() {
        UUID draft =
                draft("广告招牌把握不够也采用", CLASSIFICATION, ChangedTables.cell(table(CLASSIFICATION), "C12", 'I', "采用提议"));

        Backtest done = Tried.over(backtests, draft, ALL, "analyst");

        assertThat(shifts(done, Aspect.CLASSIFIER))
                .isEqualTo(Map.of(
                        "person table",
                        count(LAST + "select count(*) from last where table_row = 'C12'", "classification")));
        Map<String, Long> classes = new TreeMap<>();
        jdbc.sql(LAST + """
                        select coalesce(overridden_to ->> 'serviceCode', '') || ' ' || (inputs ->> 'proposed'), count(*) from last
                        where table_row = 'C12' and overridden_to ->> 'serviceCode' is distinct from inputs ->> 'proposed'
                        group by 1""")
                .param("decision", "classification")
                .query((row, n) -> classes.put(row.getString(1), row.getLong(2)))
                .list();
        assertThat(classes).isNotEmpty();
        assertThat(shifts(done, Aspect.CLASS)).isEqualTo(classes);
        assertThat(shifts(done, Aspect.UNIT_KIND)).isEqualTo(unitKindsOfOtherClasses());
    }

    /** Case by case, as the release in force decides about the class that the draft gives. */
    private Map<String, Long> unitKindsOfOtherClasses() {
        var policy = decisions.precedents(1);
        Map<String, Long> kinds = new TreeMap<>();
        jdbc.sql(LAST + """
                        select l.case_id, l.inputs ->> 'proposed' as code, o.channel, o.district, o.street, m.inputs ->> 'photos' as photos,
                          f.inputs ->> 'placeKind' as place, f.output ->> 'filingRow' as row, f.overridden_to ->> 'filingRow' as chosen_row,
                          r.inputs ->> 'returns' as returns, r.inputs ->> 'rowUnitKind' as unit_kind,
                          r.output ->> 'unitKind' as kind, r.output ->> 'level' as level, r.overridden_to ->> 'unit' as unit,
                          (m.output ->> 'minor')::boolean as minor, (select kind from area where code = o.dedicated) as dedicated
                        from last l join case_origin o on o.case_id = l.case_id
                        join lateral (select * from decision_record where case_id = l.case_id and decision = 'minor-event'
                          order by decided_at desc limit 1) m on true
                        left join lateral (select * from decision_record where case_id = l.case_id and decision = 'filing'
                          order by decided_at desc limit 1) f on true
                        left join lateral (select * from decision_record where case_id = l.case_id and decision = 'routing'
                          order by decided_at desc limit 1) r on true
                        where l.table_row = 'C12' and l.overridden_to ->> 'serviceCode' <> l.inputs ->> 'proposed'""")
                .param("decision", "classification")
                .query((row, n) -> {
                    String code = row.getString("code");
                    boolean refused = row.getBoolean("minor") && row.getString("row") != null;
                    String was = row.getString("kind") == null
                            ? ""
                            : kind(
                                    row.getString("unit"),
                                    row.getString("kind"),
                                    row.getString("level"),
                                    row.getString("street"),
                                    row.getString("district"));
                    String becomes = "";
                    boolean minor = policy.assessMinor(
                                    new MinorInput(code, row.getString("channel"), row.getInt("photos")))
                            .decided()
                            .minor();
                    boolean newlyFiled = row.getBoolean("minor") && row.getString("row") == null;
                    if ((!minor || refused) && (row.getString("kind") != null || newlyFiled)) {
                        String place = newlyFiled ? row.getString("dedicated") : row.getString("place");
                        var filed = policy.file(new FilingInput(
                                        code,
                                        row.getString("district"),
                                        place == null ? "" : place,
                                        code.startsWith("L01")))
                                .decided();
                        var routed = policy.route(new RoutingInput(
                                        code,
                                        code.substring(0, 3),
                                        shipped()
                                                .row(filed.filingRow())
                                                .orElseThrow()
                                                .unit()
                                                .code(),
                                        row.getString("street"),
                                        row.getString("district"),
                                        row.getInt("returns")))
                                .decided();
                        becomes = kind(
                                row.getString("unit"),
                                routed.unitKind(),
                                routed.level().name(),
                                row.getString("street"),
                                row.getString("district"));
                    }
                    if (!was.equals(becomes)) {
                        kinds.merge(was + " " + becomes, 1L, Long::sum);
                    }
                    return 0;
                })
                .list();
        return kinds;
    }

    private String kind(String chosen, String kind, String level, String street, String district) {
        return chosen != null
                ? jdbc.sql("select kind from unit where code = ?")
                        .param(chosen)
                        .query(String.class)
                        .single()
                : jdbc.sql("""
                        select kind from unit where kind = :kind and area = :area
                          or kind = 'street-office' and area = :street order by kind <> :kind, code limit 1""")
                        .param("kind", kind)
                        .param("area", level.equals("STREET") ? street : district)
                        .param("street", street)
                        .query(String.class)
                        .single();
    }

    @Test
    void whatIsNoLongerMinorGoesToUnitsByItsPlace() {
        String model = new String(table(MINOR), StandardCharsets.UTF_8);
        UUID draft = draft(
                "小微收紧",
                MINOR,
                model.replaceFirst("(<outputEntry id=\"minor-03-minor\">\\s*<text>)true", "$1false")
                        .getBytes(StandardCharsets.UTF_8));

        Backtest done = Tried.over(backtests, draft, ALL, "analyst");

        long all = count(LAST + "select count(*) from last where table_row = 'minor-03'", "minor-event");
        long settled = count(LAST + """
                select count(*) from last where table_row = 'minor-03'
                  and not exists (select from decision_record f where f.case_id = last.case_id and f.decision = 'filing')""", "minor-event");
        assertThat(settled).isPositive();
        assertThat(shifts(done, Aspect.MINOR)).isEqualTo(Map.of("minor filed", all));
        assertThat(done.figures().handledNow() - done.figures().handledThen()).isEqualTo(settled);
        assertThat(shifts(done, Aspect.UNIT).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(settled);
        assertThat(shifts(done, Aspect.UNIT).keySet()).allMatch(shift -> shift.startsWith(" "));
    }

    @Test
    void onlyCasesOfTheDistrictAndTheClassesAreRead() {
        UUID draft = draft("只看一个区", ROUTING, moved());

        var figures = Tried.over(backtests, draft, new Stretch(60, "410102", "M06"), "analyst")
                .figures();

        assertThat(figures.cases())
                .isPositive()
                .isEqualTo(jdbc.sql(
                                "select count(*) from city_case where district = '410102' and service_code like 'M06%'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void whatIsExpectedByTheOldTablesIsWhatReallyWas() {
        UUID draft = draft("只改说明", ROUTING, ChangedTables.cell(table(ROUTING), "R66", 'J', "兜底：先由街道办接"));

        var figures = Tried.over(backtests, draft, ALL, "analyst").figures();

        assertThat(figures.ended()).isPositive();
        assertThat(figures.expectedThen() / figures.handledThen())
                .isCloseTo((double) figures.onTime() / figures.ended(), within(0.02));
        assertThat(figures.onTime()).isEqualTo(jdbc.sql("""
                                select count(*) from case_clock k join city_case c on c.id = k.case_id
                                where k.clock = 'HANDLING' and c.stage = 'CLOSED' and (not k.late or k.exempt)""").query(Long.class).single());
    }

    @Test
    void nothingOfCasesIsWritten() {
        String before = fingerprint();
        UUID draft = draft("不写案件", ROUTING, moved());

        Tried.over(backtests, draft, ALL, "analyst");

        assertThat(fingerprint()).isEqualTo(before);
    }

    private String fingerprint() {
        return jdbc.sql("""
                        select (select md5(string_agg(t::text, '' order by id)) from city_case t)
                          || (select md5(string_agg(t::text, '' order by id)) from decision_record t)
                          || (select md5(string_agg(t::text, '' order by id)) from case_event t)
                          || (select md5(string_agg(t::text, '' order by id)) from clock_entry t)""").query(String.class).single();
    }

    @Test
    void aDraftThatChangesDecisionsIsApprovedOnlyAfterABacktestOfItAsItIs() {
        byte[] changed = moved();
        UUID draft = draft("要回测", ROUTING, changed);
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.CHECKED);
        assertThatThrownBy(() -> drafts.approve(draft, "approver", "同意")).hasMessage("policy.draft.notNow");

        Tried.over(backtests, draft, ALL, "analyst");

        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.BACKTESTED);
        drafts.put(draft, ROUTING, ChangedTables.cell(changed, "R28", 'H', "water"), "analyst");
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.DRAFT);
        assertThatThrownBy(() -> backtests.begin(draft, ALL, "analyst"))
                .as("what nobody has looked at is not run")
                .hasMessage("policy.draft.notNow");
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        assertThatThrownBy(() -> drafts.approve(draft, "approver", "同意")).hasMessage("policy.draft.notNow");
        Tried.over(backtests, draft, ALL, "approver");
        drafts.approve(draft, "approver", "同意");
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.APPROVED);
    }

    @Test
    void aDraftThatChangesNoDecisionNeedsNoneAndSaysWhy() {
        UUID draft = drafts.open("只改表单", "analyst");
        drafts.put(
                draft,
                "forms/handleCase.form",
                (new String(drafts.file(draft, "forms/handleCase.form"), StandardCharsets.UTF_8) + " ")
                        .getBytes(StandardCharsets.UTF_8),
                "analyst");

        assertThat(drafts.check(draft, "analyst")).isEmpty();

        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.BACKTESTED);
        assertThat(drafts.steps(draft))
                .last()
                .extracting(PolicyStep::step, PolicyStep::why)
                .containsExactly(Draft.Step.BACKTEST, Drafts.NO_DECISION);
    }

    @Test
    void aPastWithoutCasesBlocksNobody() {
        UUID draft = draft("新城", ROUTING, moved());

        Backtest done = Tried.now(backtests, draft, "analyst");

        assertThat(done.state()).isEqualTo(Backtest.State.DONE);
        assertThat(done.figures().records()).isZero();
        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.BACKTESTED);
        assertThat(webApps.staff("analyst")
                        .get("/policy/drafts/" + draft + "/backtest")
                        .body())
                .contains("这段时间没有案件");
    }

    @Test
    void oneThatIsCancelledLeavesNothing() throws Exception {
        UUID draft = draft("取消", ROUTING, moved());
        UUID run;
        try (var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table decision_record in access exclusive mode");
            run = backtests.begin(draft, ALL, "analyst");
            assertThat(backtests.get(run, "analyst").isRunning()).isTrue();
            assertThatThrownBy(() -> backtests.begin(draft, ALL, "analyst")).hasMessage("backtest.alreadyRunning");
            backtests.cancel(run, "approver");
            holder.rollback();
            holder.setAutoCommit(true);
        }

        assertThat(Tried.ended(backtests, run, "analyst").state()).isEqualTo(Backtest.State.CANCELLED);

        assertThat(drafts.get(draft).state()).isEqualTo(Draft.State.CHECKED);
        assertThat(backtests.units(run)).isEmpty();
        assertThatThrownBy(() -> backtests.cancel(run, "analyst")).hasMessage("backtest.over.ended");
        assertThat(Tried.over(backtests, draft, ALL, "analyst").state()).isEqualTo(Backtest.State.DONE);
    }

    @Test
    void oneWhoseNodeIsGoneIsMarkedAndCanBeBegunAgain() {
        UUID draft = draft("断电", ROUTING, moved());
        UUID run = runningElsewhere(draft);
        jdbc.sql("update backtest set beat_at = now() - interval '31 seconds' where id = ?")
                .param(run)
                .update();

        runner.lose();

        assertThat(backtests.get(run, "analyst").state()).isEqualTo(Backtest.State.LOST);
        assertThat(rows.beat(run, 3)).as("should it come back, it stops").isFalse();
        assertThat(Tried.over(backtests, draft, ALL, "analyst").state()).isEqualTo(Backtest.State.DONE);
    }

    @Test
    void noMoreThanTwoRunAtOnceOnAllNodes() {
        byte[] changed = moved();
        List<UUID> three =
                List.of(draft("一", ROUTING, changed), draft("二", ROUTING, changed), draft("三", ROUTING, changed));
        runningElsewhere(three.get(0));
        runningElsewhere(three.get(1));

        refused(() -> backtests.begin(three.get(2), ALL, "analyst"), Refusal.Kind.TOO_MANY);
    }

    private UUID runningElsewhere(UUID draft) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into backtest (id, draft, files_sha256, days, district, classes, since, until, state, asked_by,
                          begun_at, beat_at, steps)
                        values (?, ?, 'x', 1, '', '', now(), now(), 'RUNNING', 'analyst', now(), now(), 4)""").params(id, draft).update();
        return id;
    }

    @Test
    void badInputAndForeignRolesAreRefused() {
        UUID draft = draft("边界", ROUTING, moved());
        for (int days : new int[] {0, -1, 1_101, Integer.MAX_VALUE}) {
            refused(() -> backtests.begin(draft, new Stretch(days, "", ""), "analyst"), Refusal.Kind.INVALID);
        }
        for (String district : new String[] {"410199", "410102001", "1' or '1'='1", "区", "410100"}) {
            refused(() -> backtests.begin(draft, new Stretch(1, district, ""), "analyst"), Refusal.Kind.INVALID);
        }
        for (String classes : new String[] {"M", "M6", "X99", "M06%", "M06' --", "M06999"}) {
            refused(() -> backtests.begin(draft, new Stretch(1, "", classes), "analyst"), Refusal.Kind.INVALID);
        }
        refused(() -> backtests.begin(UUID.randomUUID(), ALL, "analyst"), Refusal.Kind.NOT_FOUND);
        for (String other : new String[] {"handler", "district-analyst", "admin", "nobody"}) {
            refused(() -> backtests.begin(draft, ALL, other), Refusal.Kind.FORBIDDEN);
        }
        Backtest done = Tried.over(backtests, draft, ALL, "analyst");
        refused(() -> backtests.get(done.id(), "district-analyst"), Refusal.Kind.FORBIDDEN);
        refused(() -> backtests.cancel(done.id(), "district-analyst"), Refusal.Kind.FORBIDDEN);
        String page = "/policy/drafts/" + draft + "/backtest";
        String cases = "/policy/backtests/" + done.id() + "/cases?aspect=UNIT&was=x&becomes=y";
        for (String path : new String[] {page, cases, "/policy/backtests/" + done.id() + "/progress"}) {
            assertThat(webApps.staff("handler").get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(webApps.staff("analyst").get(cases).status()).isEqualTo(404);
        assertThat(webApps.staff("analyst").get(cases.replace("UNIT", "NAMES")).status())
                .isEqualTo(400);
        assertThat(webApps.staff("analyst").get(page + "?run=none").status()).isEqualTo(400);
        assertThat(webApps.staff("analyst")
                        .postForm(page, Map.of("days", "七天", "district", ""))
                        .body())
                .contains("天数须在 1 到 1,100 之间");
    }

    private Map<String, Long> shifts(Backtest done, Aspect aspect) {
        assertThat(done.state()).isEqualTo(Backtest.State.DONE);
        Map<String, Long> shifts = new TreeMap<>();
        backtests
                .shifts(done.id(), aspect, 10_000)
                .forEach(one -> shifts.put(one.was() + " " + one.becomes(), one.cases()));
        return shifts;
    }

    private long count(String sql, String decision) {
        return jdbc.sql(sql).param("decision", decision).query(Long.class).single();
    }

    private static void refused(Runnable work, Refusal.Kind kind) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.kind())
                .isEqualTo(kind));
    }

    private byte[] table(String path) {
        return releases.artifact(1, path);
    }

    /** What goes to the street's sanitation goes to the district's gardeners. */
    private byte[] moved() {
        return ChangedTables.cell(ChangedTables.cell(table(ROUTING), "R27", 'H', "landscape"), "R27", 'I', "区级");
    }

    /** Checked, with an example or two that hold by both tables. */
    private UUID draft(String title, String path, byte[] content) {
        UUID draft = drafts.open(title, "analyst");
        drafts.put(draft, path, content, "analyst");
        if (path.endsWith(".xlsx")) {
            String examples = path.replaceFirst("[^/]+$", "cases.csv");
            String[] lines = new String(drafts.file(draft, examples), StandardCharsets.UTF_8).split("\n");
            drafts.put(draft, examples, (lines[0] + "\n" + lines[1]).getBytes(StandardCharsets.UTF_8), "analyst");
        }
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        return draft;
    }
}
