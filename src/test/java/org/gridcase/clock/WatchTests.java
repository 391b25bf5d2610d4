package org.gridcase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Timeline;
import org.gridcase.desk.Supervision;
import org.gridcase.identity.Actors;
import org.gridcase.notice.Bell;
import org.gridcase.privacy.PersonalPlace;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Paths;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@CityTest
@TestMethodOrder(OrderAnnotation.class)
class WatchTests {
    private static final String MODEL = "processes/supervise/supervise.bpmn";
    private static final String SUDDEN = "L01001";

    @Autowired
    Flow flow;

    @Autowired
    Supervision supervision;

    @Autowired
    Watches watches;

    @Autowired
    Cases cases;

    @Autowired
    Timeline timeline;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Bell bell;

    @Autowired
    Sweep sweep;

    @Autowired
    List<PersonalPlace> places;

    @Autowired
    Paths paths;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void nobodyHasBeenTold() {
        jdbc.update("delete from notice");
    }

    @Test
    void theUnitRepliesAndTheSupervisorJudgesUntilContent() {
        CaseId id = handled();
        supervision.watch(id, "supervisor", "居民连续三次反映", "今天必须回填", 24);
        assertThat(titles("handler")).containsExactly("Case " + number(id) + " is under supervision");
        assertThat(watches.watched(List.of(id))).containsExactly(id);
        Watch watch = watches.of(id).orElseThrow();
        assertThat(due(id, "replyToWatch")).isEqualTo(watch.dueAt().toEpochMilli());

        assertThatThrownBy(() -> complete("handler", id, "replyToWatch")).isInstanceOf(Refusal.class);
        complete("handler", id, "replyToWatch", "reply", "材料今天到");
        assertThat(titles("supervisor")).contains("Reply on supervised case " + number(id));
        assertThatThrownBy(() -> complete("supervisor", id, "judgeWatch", "outcome", "again"))
                .as("why not")
                .isInstanceOf(Refusal.class);
        complete("supervisor", id, "judgeWatch", "outcome", "again", "reason", "没有说何时办结");
        assertThat(watches.of(id).orElseThrow().rounds()).isEqualTo(2);
        complete("handler", id, "replyToWatch", "reply", "今晚八点前办结");
        complete("supervisor", id, "judgeWatch", "outcome", "settled");

        assertThat(watches.of(id)).isEmpty();
        assertThat(running(id)).isZero();
        assertThat(acts(id)).containsExactly("began", "replied", "again", "replied", "settled");
        assertThat(timeline.of(id)).anySatisfy(entry -> {
            assertThat(entry.move()).isEqualTo(Move.WATCH);
            assertThat(entry.actor()).isEqualTo("handler");
            assertThat(entry.reason()).isEqualTo("今晚八点前办结");
        });
        assertThat(titles("handler")).contains("Supervision of case " + number(id) + " is settled");
    }

    @Test
    void severalWatchesAtOnceAreRefusedHoweverTheyCome() throws Exception {
        CaseId id = handled();
        var pool = Executors.newFixedThreadPool(4);
        int begun = 0;
        try {
            List<Future<Boolean>> tries = pool.invokeAll(Collections.nCopies(4, () -> {
                try {
                    supervision.watch(id, "supervisor", "久拖不办", "尽快", 4);
                    return true;
                } catch (WatchRefused refused) {
                    return false;
                }
            }));
            for (var one : tries) {
                begun += one.get() ? 1 : 0;
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(begun).isEqualTo(1);
        assertThat(running(id)).isEqualTo(1);
        assertThat(acts(id)).containsExactly("began");
    }

    @Test
    void onlyTheDistrictsSupervisorWatchesAndSaysWhyAndWhatAndUntilWhen() {
        CaseId id = handled();
        for (String other : List.of("handler", "filing", "leader", "admin", "analyst")) {
            assertThatThrownBy(() -> supervision.watch(id, other, "为什么", "做什么", 4))
                    .as(other)
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> supervision.watch(id, "supervisor2", "为什么", "做什么", 4))
                .as("for another district's the case does not exist")
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> supervision.watch(id, "supervisor", " ", "做什么", 4))
                .isInstanceOf(WatchRefused.class);
        assertThatThrownBy(() -> supervision.watch(id, "supervisor", "为什么", "", 4))
                .isInstanceOf(WatchRefused.class);
        assertThatThrownBy(() -> supervision.watch(id, "supervisor", "为什么", "长".repeat(501), 4))
                .isInstanceOf(WatchRefused.class);
        for (int hours : new int[] {0, -1, Watches.MOST_HOURS + 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> supervision.watch(id, "supervisor", "为什么", "做什么", hours))
                    .isInstanceOf(WatchRefused.class);
        }
        assertThat(acts(id)).isEmpty();
        assertThat(running(id)).isZero();
    }

    @Test
    void itEndsByItselfWithTheCase() {
        CaseId annulled = handled();
        supervision.watch(annulled, "supervisor", "久拖不办", "尽快", 4);
        supervision.annul(annulled, "supervisor", "不是案件");
        assertThat(watches.of(annulled)).isEmpty();
        assertThat(running(annulled)).isZero();
        assertThat(acts(annulled)).containsExactly("began", "over");

        CaseId closed = handled();
        supervision.watch(closed, "supervisor", "久拖不办", "尽快", 4);
        complete("handler", closed, "replyToWatch", "reply", "就好");
        complete(
                "handler",
                closed,
                "handleCase",
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
        complete("checker", closed, "checkOnSite", "outcome", "passed");
        flow.run(closed);
        assertThat(acts(closed)).containsExactly("began", "replied", "over");
        assertThat(running(closed)).isZero();
        assertThatThrownBy(() -> supervision.watch(closed, "supervisor", "为什么", "做什么", 4))
                .isInstanceOf(WatchRefused.class);
    }

    @Test
    void ofAGridWorkersTaskTheirLeaderReplies() {
        CaseId id = flow.report("墙上小广告", "M07001").caseId();
        flow.run(id);
        supervision.watch(id, "supervisor", "复查发现仍在", "当天清除", 4);
        assertThat(watches.of(id).orElseThrow().replier())
                .isEqualTo("grid-leader@" + flow.facts(id).location().street());
        complete("leader", id, "replyToWatch", "reply", "已安排");
    }

    @Test
    void aReplyThatIsLateIsToldOfOnce() {
        CaseId id = handled();
        supervision.watch(id, "supervisor", "久拖不办", "尽快", 4);
        jdbc.update("update case_watch set due_at = now() - interval '1 minute' where case_id = ?", id.value());
        sweep.remind();
        sweep.remind();
        assertThat(titles("supervisor").stream().filter(title -> title.startsWith("No reply")))
                .hasSize(1);
    }

    @Test
    void whatIsPersonalInAnOrderIsHiddenAndErased() {
        CaseId id = handled();
        supervision.watch(id, "supervisor", "张三 13912345678 反映", "联系 13912345678", 4);
        assertThat(watches.of(id).orElseThrow().orders()).doesNotContain("13912345678");
        assertThat(String.valueOf(timeline.of(id))).doesNotContain("13912345678");
        transaction.executeWithoutResult(status -> places.forEach(place -> place.erase(id)));
        assertThat(watches.of(id).orElseThrow().orders()).isEqualTo(PersonalPlace.ERASED);
    }

    @Test
    void allThatIsWatchedInADistrictIsListed() {
        CaseId id = handled();
        supervision.watch(id, "supervisor", "久拖不办", "尽快", 4);
        String district = flow.facts(id).location().district();
        assertThat(watches.in(Set.of(district), 1_000))
                .extracting(Watch::caseId)
                .contains(id);
        assertThat(watches.in(Set.of("410103"), 1_000))
                .extracting(Watch::caseId)
                .doesNotContain(id);
    }

    /** Runs last: what the others have come through. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theseWatchesComeThroughNineTenthsOfTheModel() throws IOException {
        var untouched = paths.untouched(MODEL);
        int size = paths.size(MODEL);
        double covered = (size - untouched.size()) / (double) size;
        System.out.printf("process path coverage %.3f of %d nodes and flows, left out %s%n", covered, size, untouched);
        assertThat(covered).as("untouched: %s", untouched).isGreaterThanOrEqualTo(0.9);
    }

    private CaseId handled() {
        CaseId id = flow.report("东风路口路面塌了一个坑", SUDDEN).caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.complete(
                "dispatch",
                id,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        return id;
    }

    private void complete(String account, CaseId id, String key, String... fields) {
        InboxTask task = inbox.of(actors.of(account), id).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        inbox.complete(actors.of(account), task.id(), Flow.fields(fields));
    }

    private long running(CaseId id) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey("supervise")
                .count();
    }

    private long due(CaseId id, String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .taskDefinitionKey(key)
                .singleResult()
                .getDueDate()
                .getTime();
    }

    private List<String> acts(CaseId id) {
        return timeline.of(id).stream()
                .filter(entry -> entry.move() == Move.WATCH)
                .map(Entry::detail)
                .map(detail -> String.valueOf(detail.get("act")))
                .toList();
    }

    private List<String> titles(String account) {
        return bell.of(account, null, Locale.ENGLISH).rings().stream()
                .map(Bell.Rings::title)
                .toList();
    }

    private String number(CaseId id) {
        return flow.facts(id).number();
    }
}
