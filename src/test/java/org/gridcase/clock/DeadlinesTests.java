package org.gridcase.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What supervisors are told of deadlines, over HTTP. */
@HttpCityTest
class DeadlinesTests {
    private static final String BASE = "/work/deadlines";

    /** Nobody else's cases are of this class here. */
    private static final String OWN_CLASS = "L01006";

    @Autowired
    WebApps webApps;

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clocks clocks;

    @Autowired
    DueCounts counts;

    @Autowired
    Staff staff;

    private Http.Caller supervisor;
    private Http.Caller elsewhere;

    @BeforeEach
    void two() {
        supervisor = webApps.staff("supervisor");
        elsewhere = webApps.staff("supervisor2");
    }

    private CaseId open(Lamp lamp) {
        CaseId id = flow.report("管道破裂，联系人王小明 13912345678", OWN_CLASS).caseId();
        flow.awaitTask("filing", id);
        Instant now = Instant.now();
        switch (lamp) {
            case RED -> due(id, now.minusSeconds(7200), now.minusSeconds(3600));
            case YELLOW -> due(id, now.minusSeconds(60), now.plusSeconds(3600));
            case GREEN -> due(id, now.plusSeconds(3600), now.plusSeconds(7200));
            case NONE -> due(id, null, null);
        }
        return id;
    }

    private void due(CaseId id, @Nullable Instant yellow, @Nullable Instant due) {
        jdbc.sql("update city_case set yellow_at = :yellow, due_at = :due where id = :id")
                .param("yellow", yellow == null ? null : yellow.atOffset(ZoneOffset.UTC))
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private JsonNode get(Http.Caller who, String path) {
        var answer = who.get(BASE + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> ids(Http.Caller who, String filter) {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(who, filter + "&after=" + after);
            page.get("lines").forEach(line -> ids.add(line.get("id").asText()));
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        return ids;
    }

    private static int sum(JsonNode total) {
        return total.get("green").asInt()
                + total.get("yellow").asInt()
                + total.get("red").asInt()
                + total.get("none").asInt();
    }

    @Test
    void lampsAreCountedByStageAndByUnitWithinOnesSight() {
        JsonNode before = get(supervisor, "/lamps?kind=" + OWN_CLASS);
        JsonNode there = get(elsewhere, "/lamps");
        open(Lamp.RED);
        open(Lamp.YELLOW);
        open(Lamp.GREEN);
        open(Lamp.NONE);

        JsonNode after = get(supervisor, "/lamps?kind=" + OWN_CLASS);
        for (String lamp : List.of("red", "yellow", "green", "none")) {
            assertThat(after.get("total").get(lamp).asInt()
                            - before.get("total").get(lamp).asInt())
                    .as(lamp)
                    .isEqualTo(1);
        }
        assertThat(after.get("stages").findValuesAsText("name")).contains("待立案");
        assertThat(after.get("units").findValuesAsText("name")).contains("无责任单位");
        assertThat(sum(get(elsewhere, "/lamps").get("total"))).isEqualTo(sum(there.get("total")));
        assertThat(sum(get(elsewhere, "/lamps?district=410102").get("total"))).isZero();
    }

    @Test
    void theMostOverdueComeFirstAndEachPageGoesOnWhereTheLastEnded() {
        Set<String> mine = new TreeSet<>();
        for (Lamp lamp : List.of(Lamp.NONE, Lamp.GREEN, Lamp.RED, Lamp.YELLOW, Lamp.NONE)) {
            mine.add(open(lamp).toString());
        }
        JsonNode first =
                get(supervisor, "/open?most=1&kind=" + OWN_CLASS).get("lines").get(0);
        assertThat(first.get("due").asText()).isNotEmpty();
        assertThat(first.get("process").asText()).isNotEmpty();
        assertThat(first.get("left").get("lamp").asText()).isIn("RED", "YELLOW", "GREEN");

        List<String> all = ids(supervisor, "/open?most=2&kind=" + OWN_CLASS);
        assertThat(all).containsAll(mine).doesNotHaveDuplicates();
        assertThat(ids(supervisor, "/open?kind=" + OWN_CLASS)).isEqualTo(all);
        assertThat(ids(elsewhere, "/open?most=50")).doesNotContainAnyElementsOf(mine);
    }

    @Test
    void filtersNarrowAndNeverWiden() {
        String red = open(Lamp.RED).toString();
        String green = open(Lamp.GREEN).toString();
        String street = flow.facts(CaseId.of(red)).location().street();

        assertThat(ids(supervisor, "/open?lamp=RED&kind=L01")).contains(red).doesNotContain(green);
        assertThat(ids(supervisor, "/open?stage=FILING&street=" + street)).contains(red, green);
        assertThat(ids(supervisor, "/open?stage=HANDLING&kind=" + OWN_CLASS)).doesNotContain(red);
        assertThat(ids(supervisor, "/open?unit=nobody")).isEmpty();
        assertThat(ids(supervisor, "/open?district=410103")).doesNotContain(red, green);
        assertThat(ids(elsewhere, "/open?street=" + street)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open?lamp=PURPLE",
                "/lamps?stage=NOWHERE",
                "/open?most=x",
                "/trend?days=x",
                "/ended?from=yesterday",
                "/ended?outcome=MAYBE",
                "/elements"
            })
    void whatMakesNoSenseIsTheCallersMistake(String path) {
        assertThat(supervisor.get(BASE + path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open?after=x&most=-5",
                "/open?after=99999-01-01T00:00:00Z_00000000-0000-0000-0000-000000000000",
                "/open?district=%00'%22",
                "/trend?days=100000",
                "/trend?days=-1",
                "/ended?from=0001-01-01&until=9999-12-31",
                "/elements?definition=none"
            })
    void whatIsOutOfBoundsIsBroughtWithinThem(String path) {
        assertThat(supervisor.get(BASE + path).status()).isEqualTo(200);
    }

    @Test
    void nothingPersonalIsInAnyList() {
        CaseId id = open(Lamp.RED);
        for (String path : List.of("/open?kind=" + OWN_CLASS, "/ended?kind=" + OWN_CLASS)) {
            assertThat(supervisor.get(BASE + path).body()).doesNotContain("王小明", "13912345678", "管道破裂，");
        }
        assertThat(supervisor.get("/work/cases/" + id + "/clocks").body()).doesNotContain("13912345678");
    }

    @Test
    void theLedgerOfACaseIsForThoseWhoMayKnowOfIt() {
        CaseId id = open(Lamp.GREEN);
        JsonNode clocks = supervisor.get("/work/cases/" + id + "/clocks").json();

        assertThat(clocks.get("number").asText()).isEqualTo(flow.facts(id).number());
        assertThat(clocks.get("clocks").get(0).get("lines").get(0).get("what").asText())
                .isEqualTo("开始");
        assertThat(elsewhere.get("/work/cases/" + id + "/clocks").status()).isEqualTo(404);
    }

    private CaseId closed(Instant due, boolean late) {
        CaseId id = flow.report("管道破裂", OWN_CLASS).caseId();
        flow.awaitTask("filing", id);
        jdbc.sql("""
                        update city_case set stage = 'CLOSED', closed_at = now(), due_at = :due, late = :late,
                          unit = 'x' where id = :id""")
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("late", late)
                .param("id", id.value())
                .update();
        return id;
    }

    private int[] today() {
        JsonNode days = get(supervisor, "/trend?days=1").get("days");
        JsonNode count = days.get(0).get("count");
        return new int[] {count.get("due").asInt(), count.get("late").asInt()};
    }

    @Test
    void eachClosingIsCountedOnceWhetherOrNotItHasBeenTakenOver() {
        int[] before = today();
        closed(Instant.now(), false);
        CaseId late = closed(Instant.now(), true);
        assertThat(today()).containsExactly(before[0] + 2, before[1] + 1);

        counts.takeOver();
        assertThat(today()).containsExactly(before[0] + 2, before[1] + 1);
        JsonNode finely = get(supervisor, "/trend?days=1&kind=L01").get("days").get(0);
        assertThat(finely.get("count").get("due").asInt()).isGreaterThanOrEqualTo(2);

        jdbc.sql("update city_case set stage = 'FILING', closed_at = null, due_at = null where id = ?")
                .param(late.value())
                .update();
        assertThat(today()).containsExactly(before[0] + 1, before[1]);
    }

    @Test
    void whatAnAppealExcusesIsNoLongerCountedLate() {
        int[] before = today();
        CaseId late = closed(Instant.now(), true);
        jdbc.sql("update case_clock set exempt = true where case_id = ?")
                .param(late.value())
                .update();
        assertThat(today()).containsExactly(before[0] + 1, before[1]);
        jdbc.sql("update case_clock set exempt = false where case_id = ?")
                .param(late.value())
                .update();
        assertThat(today()).containsExactly(before[0] + 1, before[1] + 1);
    }

    @Test
    void allOfItCanBeMadeAnewFromTheCases() {
        open(Lamp.YELLOW);
        closed(Instant.now().minus(1, ChronoUnit.DAYS), true);
        counts.takeOver();
        String lamps = supervisor.get(BASE + "/lamps").body();
        String trend = supervisor.get(BASE + "/trend").body();

        jdbc.sql("delete from open_case").update();
        jdbc.sql("delete from due_count").update();
        counts.remake();

        assertThat(supervisor.get(BASE + "/lamps").body()).isEqualTo(lamps);
        assertThat(supervisor.get(BASE + "/trend").body()).isEqualTo(trend);
    }

    @Test
    void theTrendOfADistrictIsForThatDistrict() {
        int before = due(get(elsewhere, "/trend?days=2"));
        closed(Instant.now(), true);
        counts.takeOver();
        assertThat(due(get(elsewhere, "/trend?days=2"))).isEqualTo(before);
        assertThat(due(get(elsewhere, "/trend?days=2&district=410102"))).isZero();
        JsonNode week = get(supervisor, "/trend?days=2").get("week");
        assertThat(week).hasSize(7).allSatisfy(day -> assertThat(day).hasSize(24));
    }

    private static int due(JsonNode trend) {
        return trend.get("days").findValues("due").stream()
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    @Test
    void endedCasesAreFoundByHowItWasWithTheirTime() {
        String late = closed(Instant.now(), true).toString();
        String good = closed(Instant.now(), false).toString();

        assertThat(ids(supervisor, "/ended?kind=" + OWN_CLASS + "&most=1")).contains(late, good);
        assertThat(ids(supervisor, "/ended?outcome=LATE&kind=L01"))
                .contains(late)
                .doesNotContain(good);
        assertThat(ids(supervisor, "/ended?outcome=IN_TIME&unit=x"))
                .contains(good)
                .doesNotContain(late);
        assertThat(ids(supervisor, "/ended?outcome=EXEMPT")).doesNotContain(late, good);
        assertThat(ids(supervisor, "/ended?until=2001-01-01")).isEmpty();
        assertThat(ids(elsewhere, "/ended?kind=" + OWN_CLASS)).isEmpty();
        JsonNode line = StreamSupport.stream(
                        get(supervisor, "/ended?kind=" + OWN_CLASS).get("lines").spliterator(), false)
                .filter(one -> one.get("id").asText().equals(late))
                .findFirst()
                .orElseThrow();
        assertThat(line.get("late").asBoolean()).isTrue();
        assertThat(line.get("stageName").asText()).isEqualTo("已结案");
    }

    @Test
    void theStepsOfAFlowTellHowManyWaitThereAndHowNearTheyAre() {
        CaseId id = open(Lamp.GREEN);
        String definition = flow.instance(id).getProcessDefinitionId();
        String path = "/elements?definition=" + Http.encode(definition);
        int before = at(get(supervisor, path), "fileCase", "running");
        open(Lamp.GREEN);
        assertThat(at(get(supervisor, path), "fileCase", "running")).isEqualTo(before + 1);

        int red = at(get(supervisor, path), "fileCase", "red");
        jdbc.sql("""
                        update act_ru_task set due_date_ = due_date_ - interval '10 days'
                        where proc_inst_id_ = ?""").param(flow.instance(id).getId()).update();
        assertThat(at(get(supervisor, path), "fileCase", "red")).isEqualTo(red + 1);
        assertThat(at(get(elsewhere, path), "fileCase", "running")).isLessThan(before);
    }

    private static int at(JsonNode elements, String element, String figure) {
        return StreamSupport.stream(elements.spliterator(), false)
                .filter(one -> one.get("element").asText().equals(element))
                .mapToInt(one -> one.get(figure).asInt())
                .sum();
    }

    @Test
    void aUnitsPeopleSeeWhatItHandlesAndAWorkerTheirGrid() {
        String red = open(Lamp.RED).toString();
        String grid = flow.facts(CaseId.of(red)).location().grid();
        staff.enrol(List.of(new StaffMember("deadline-grid", "某网格员")));
        staff.grant("deadline-grid", Set.of(Grant.of("grid-worker@" + grid)));
        jdbc.sql("""
                        insert into demo_account (staff, password)
                        select 'deadline-grid', password from demo_account where staff = 'worker' on conflict do nothing""").update();

        assertThat(ids(webApps.staff("deadline-grid"), "/open?kind=" + OWN_CLASS))
                .contains(red);
        assertThat(ids(webApps.staff("handler2"), "/open?kind=" + OWN_CLASS)).doesNotContain(red);
    }

    @Test
    void aListOfCardsIsOneAnswerAndShowsNoTaskOfOthers() {
        CaseId id = open(Lamp.GREEN);
        String task = flow.task("filing", id).id();
        var cards = webApps.staff("filing")
                .get("/work/tasks?id=" + task + "&id=none")
                .json();

        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).get("number").asText()).isEqualTo(flow.facts(id).number());
        assertThat(cards.get(0).get("left").get("left").asLong()).isPositive().isLessThanOrEqualTo(15 * 60_000);
        assertThat(webApps.staff("dispatch2").get("/work/tasks?id=" + task).json())
                .isEmpty();
    }

    @Test
    void whatIsLeftOfAWorkingLimitComesWithTheHoursInWhichItCounts() {
        CaseId id = open(Lamp.GREEN);
        jdbc.sql("update case_clock set counting = 'WORKING' where case_id = ?")
                .param(id.value())
                .update();
        Remaining left = requireNonNull(clocks.remaining(List.of(id)).get(id));

        assertThat(left.counted()).isEqualTo(Counted.WORKING);
        assertThat(left.day().toHours()).isEqualTo(8);
        assertThat(left.counts())
                .allSatisfy(stretch -> assertThat(stretch.from()).isBefore(stretch.to()));
    }
}
