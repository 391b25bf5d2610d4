package org.gridcase.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Replay;
import org.gridcase.casework.Timeline;
import org.gridcase.clock.ClockState;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.Counted;
import org.gridcase.clock.Ledger;
import org.gridcase.clock.LedgerLine;
import org.gridcase.desk.process.Consistency;
import org.gridcase.policy.Decisions;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/past",
            "gridcase.demo.enabled=true"
        })
@Import({Flow.class, Http.class, WebApps.class})
class PastIT {
    private static final String[] ASKED = {"--days=20", "--until=2026-11-01", "--cases-per-day=120", "--seed=7"};
    private static boolean written;

    @Autowired
    Chronicle chronicle;

    @Autowired
    Past past;

    @Autowired
    AsideNoLonger start;

    @Autowired
    Timeline timeline;

    @Autowired
    Clocks clocks;

    @Autowired
    Calendars calendars;

    @Autowired
    Decisions decisions;

    @Autowired
    Consistency consistency;

    @Autowired
    Cases cases;

    @Autowired
    Flow flow;

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void once() {
        if (!written) {
            empty();
            assertThat(write(ASKED)).contains("cases in").contains("bytes a case");
            written = true;
        }
    }

    @Test
    void theSameSeedTellsTheSamePastWhetherAtOnceOrGoneOnWith() {
        String first = fingerprint();
        empty();
        var run = past.begin(Wanted.of(new DefaultApplicationArguments(ASKED)));
        var killed = new IllegalStateException("killed");
        assertThatThrownBy(() -> past.write(run, past.world(run), 1, cases -> {
                    if (jdbc.queryForObject("select count(*) from past_day", Integer.class) == 3) {
                        throw killed;
                    }
                }))
                .isSameAs(killed);
        assertThat(count("past_aside")).as("indexes stand aside").isPositive();

        assertThat(write(ASKED)).contains("are written").contains("cases in");

        assertThat(fingerprint()).isEqualTo(first);
        assertThat(count("past_aside")).isZero();
    }

    @Test
    void whoServesMakesAgainWhatAKilledPastLeftAside() {
        int indexes = count("pg_indexes");
        empty();
        written = false;
        past.begin(Wanted.of(new DefaultApplicationArguments(ASKED)));
        assertThat(count("pg_indexes")).isLessThan(indexes);

        start.run(new DefaultApplicationArguments());

        assertThat(count("pg_indexes")).isEqualTo(indexes);
        assertThat(write(ASKED)).contains("cases in");
    }

    @Test
    void itHasTheRatesOfACity() {
        assertThat(share("stage = 'CLOSED'")).isCloseTo(0.972, within(0.015));
        assertThat(jdbc.queryForObject(
                        "select avg((satisfaction >= 4)::int) from city_case where satisfaction is not null",
                        Double.class))
                .isCloseTo(0.958, within(0.03));
        assertThat(share("minor")).isBetween(0.55, 0.9);
        assertThat(share("late")).isBetween(0.01, 0.12);
        assertThat(share("stage = 'JOINED'")).isBetween(0.0005, 0.02);
        assertThat(share("reworks > 0")).isBetween(0.005, 0.06);
        assertThat(share("returns > 0")).isBetween(0.0005, 0.03);
    }

    @Test
    void someGridsAreFarBusierThanOthersAndNightsAreQuieterThanDays() {
        List<Long> grids =
                jdbc.queryForList("select count(*) from case_origin group by grid order by 1 desc", Long.class);
        assertThat(grids.get(0)).isGreaterThan(5 * grids.get(grids.size() / 2));
        assertThat(hour("between 8 and 10")).isGreaterThan(4 * hour("between 1 and 3"));
    }

    @Test
    void everyLedgerGivesTheSameDeadlineAgain() {
        int clocksSeen = 0;
        for (CaseId id : sample(400)) {
            List<LedgerLine> ledger = clocks.ledger(id);
            for (ClockState it : clocks.of(id)) {
                var postings = ledger.stream()
                        .filter(line -> line.clock() == it.clock())
                        .map(LedgerLine::posting)
                        .toList();
                var counting = Counted.valueOf(jdbc.queryForObject(
                                "select counting from case_clock where case_id = ? and clock = ?",
                                String.class,
                                id.value(),
                                it.clock().name()))
                        .by(calendars, it.district());
                Ledger again = Ledger.of(postings);
                Instant due = again.deadline(counting);
                assertThat(again.budget()).isEqualTo(it.budget());
                assertThat(again.consumed(counting, Instant.MAX)).isEqualTo(it.consumed());
                assertThat(due == null ? again.last(counting, again.budget()) : due)
                        .as("%s of %s", it.clock(), id)
                        .isEqualTo(it.dueAt());
                assertThat(it.late()).isEqualTo(it.consumed().compareTo(it.budget()) > 0);
                assertThat(again.stopped()).isTrue();
                clocksSeen++;
            }
        }
        assertThat(clocksSeen).isGreaterThan(700);
    }

    @Test
    void whatIsInTheCaseIsWhatItsClocksSay() {
        assertThat(jdbc.queryForObject("""
                        select count(*) from city_case c where late is distinct from exists (select from case_clock k
                          where k.case_id = c.id and k.clock in ('HANDLING', 'ON_SPOT') and k.late)""", Integer.class)).isZero();
        assertThat(jdbc.queryForObject("""
                        select count(*) from city_case c join case_clock k on k.case_id = c.id
                        where k.clock = 'HANDLING' and (k.due_at, k.yellow_at) is distinct from (c.due_at, c.yellow_at)""", Integer.class)).isZero();
    }

    @Test
    void everyTimelineIsOneThatACaseMayHave() {
        for (CaseId id : sample(600)) {
            List<Entry> entries = timeline.of(id);
            assertThat(Replay.stages(id, entries))
                    .isEqualTo(entries.stream().map(Entry::stage).toList());
            assertThat(entries).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            assertThat(cases.facts(id).stage())
                    .isEqualTo(entries.get(entries.size() - 1).stage());
        }
    }

    @Test
    void everyDecisionComesOutTheSameAgain() {
        int seen = 0;
        for (CaseId id : sample(60)) {
            for (var record : decisions.of(id)) {
                assertThat(decisions.recompute(record.id())).isEqualTo(record.output());
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(120);
    }

    @Test
    void itsPagesOpen() {
        Map<String, Object> one = jdbc.queryForMap("""
                select c.id, o.number, c.service_code from city_case c join case_origin o on o.case_id = c.id
                where c.district = '410102' and c.stage = 'CLOSED' and c.unit is not null
                  and o.tracking_hash is not null order by o.number limit 1""");
        String number = String.valueOf(one.get("number"));

        var page = webApps.staff("supervisor").get("/cases/" + one.get("id"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(number).doesNotContain("desk.field.", "??");
        var list = webApps.staff("supervisor").get("/cases?q=" + number);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains(number);
        var follow = http.anybody().get("/follow/" + Pages.secret(7, number));
        assertThat(follow.status()).isEqualTo(200);
        assertThat(follow.body()).contains(number);
    }

    @Test
    void itIsFoundByItsWords() {
        assertThat(http.as("supervisor")
                        .get("/api/cases?q=" + Http.encode("暴露垃圾"))
                        .json()
                        .toString())
                .contains("M06010");
    }

    @Test
    void noCaseDiffersFromItsProcess() {
        assertThat(consistency.differences()).isEmpty();
        assertThat(consistency.cases()).isGreaterThan(2_000);
    }

    @Test
    void theFiguresOfDeadlinesCountWhatItClosed() {
        assertThat(jdbc.queryForList(
                        "select sum(due)::int as due, sum(late)::int as late from due_count where street = '*'"
                                + " and service_group = '*'"))
                .isEqualTo(jdbc.queryForList("""
                        select count(*)::int as due, count(*) filter (where c.late and not exists (
                          select from case_clock k where k.case_id = c.id and k.exempt))::int as late
                        from city_case c where c.stage = 'CLOSED' and c.due_at is not null"""));
        assertThat(count("due_change")).isZero();
        assertThat(count("open_case")).isZero();
    }

    @Test
    void whoReportedIsNobody() {
        assertThat(jdbc.queryForList(
                        "select distinct left(contact_digits, 3) from report where contact_phone is not null",
                        String.class))
                .containsExactly("100");
        assertThat(count("personal_text")).isZero();
    }

    @Test
    void itIsNotWrittenTwiceNorBesideAnother() {
        assertThat(refused(ASKED)).contains("This past is written already");
        assertThat(refused("--days=20", "--cases-per-day=120", "--seed=8")).contains("another past", "seed 7");
        assertThat(refused("--days=20", "--until=2026-10-31", "--cases-per-day=120", "--seed=7"))
                .contains("another past");
        assertThat(refused("--days=x")).contains("--days=x is no whole number");
    }

    @Test
    void itsTablesAreFilledWhole() {
        for (Table table : Table.values()) {
            assertThat(jdbc.queryForList("""
                            select column_name from information_schema.columns where table_name = ?
                              and table_schema = current_schema() and is_identity = 'NO' and is_generated = 'NEVER'""", String.class, table.title()))
                    .as("a column that the past does not know: fill it in Pages")
                    .containsExactlyInAnyOrderElementsOf(table.columns());
        }
    }

    @Test
    void realCasesAreNeverMixedWithAPastAndTheirNumbersGoOnBehindIt() {
        empty();
        written = false;
        jdbc.execute("alter sequence case_number restart with 1234567");
        String one = flow.report("路口有垃圾", "M06010").number();
        String two = flow.report("路口又有垃圾", "M06010").number();
        assertThat(one).endsWith("-1234567");
        assertThat(two).endsWith("-1234568");
        jdbc.update("delete from act_ru_job");

        assertThat(refused(ASKED)).contains("has 2 cases that no past has written");
        assertThat(count("past_run")).isZero();
    }

    private String write(String... arguments) {
        var said = new ByteArrayOutputStream();
        int code = chronicle.write(
                new DefaultApplicationArguments(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private String refused(String... arguments) {
        var said = new ByteArrayOutputStream();
        int code = chronicle.write(
                new DefaultApplicationArguments(arguments), new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(2);
        return said.toString(StandardCharsets.UTF_8);
    }

    private List<CaseId> sample(int most) {
        return jdbc.query(
                "select id from city_case order by md5(id::text) limit ?",
                (row, n) -> new CaseId(row.getObject(1, UUID.class)),
                most);
    }

    /** Everything in every table, and every index, without what the database counts by itself. */
    private String fingerprint() {
        var all = new TreeMap<String, String>();
        for (Table table : Table.values()) {
            all.put(
                    table.title(),
                    jdbc.queryForObject(
                            "select md5(string_agg(row, '' order by row)) from (select md5(row(%s)::text) as row from %s t) x"
                                    .formatted(String.join(", ", table.columns()), table.title()),
                            String.class));
        }
        all.put(
                "indexes",
                String.valueOf(jdbc.queryForList("select indexdef from pg_indexes order by 1", String.class)));
        all.put(
                "references",
                String.valueOf(jdbc.queryForList(
                        "select conrelid::regclass || pg_get_constraintdef(oid) from pg_constraint where contype = 'f' order by 1",
                        String.class)));
        return new HashMap<>(all).toString();
    }

    private void empty() {
        jdbc.execute("truncate city_case, case_origin, case_event, case_photo, submission, report, class_proposal,"
                + " decision_record, clock_entry, case_clock, past_run, past_day cascade");
        jdbc.execute("truncate open_case, due_count, due_change");
    }

    private double share(String condition) {
        return jdbc.queryForObject(
                "select avg(coalesce(%s, false)::int) from city_case".formatted(condition), Double.class);
    }

    private long hour(String hours) {
        return jdbc.queryForObject(
                "select count(*) from case_origin where extract(hour from reported_at at time zone 'Asia/Shanghai') "
                        + hours,
                Long.class);
    }

    private int count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Integer.class);
    }
}
