package org.gridcase.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Notes;
import org.gridcase.casework.Timeline;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.notice.Bell;
import org.gridcase.notice.Channel;
import org.gridcase.notice.Notices;
import org.gridcase.policy.EscalationInput;
import org.gridcase.policy.EscalationStep;
import org.gridcase.policy.EscalationTable;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@CityTest
class EscalationTests {
    private static final String LEAK = "M06010";
    private static final String SUDDEN = "L01001";

    @Autowired
    DueTimes times;

    @Autowired
    Flow flow;

    @Autowired
    Clocks clocks;

    @Autowired
    Watches watches;

    @Autowired
    EscalationRows rows;

    @Autowired
    EscalationTable table;

    @Autowired
    Audiences audiences;

    @Autowired
    EscalationNews news;

    @Autowired
    Notices notices;

    @Autowired
    Notes notes;

    @Autowired
    Timeline timeline;

    @Autowired
    Calendars calendars;

    @Autowired
    Staff staff;

    @Autowired
    Bell bell;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nobodyHasBeenTold() {
        jdbc.update("delete from notice");
        jdbc.update("delete from clock_escalation");
        jdbc.update("update case_clock set state = 'STOPPED' where state = 'RUNNING'");
    }

    @Test
    void atYellowTheHolderAndTheirLeaderAreToldAtRedTheSupervisorThenStepByStepUpward() {
        CaseId id = handled("C01002");
        ClockState handling = clocks.of(id, Kind.HANDLING).orElseThrow();
        Instant yellow = Objects.requireNonNull(handling.yellowAt());
        Instant red = Objects.requireNonNull(handling.dueAt());

        sweep(yellow.plusSeconds(1));
        assertThat(heard("handler")).containsExactly("clock.yellow");
        assertThat(told(id)).extracting(Told::role).containsExactly("holder", "leader");
        assertThat(told(id)).allSatisfy(it -> assertThat(it.recipients()).isNotEmpty());

        sweep(red.plusSeconds(1));
        assertThat(heard("handler")).containsExactly("clock.yellow", "clock.red");
        assertThat(heard("supervisor")).contains("clock.red");

        sweep(red.plus(Duration.ofMinutes(239)));
        int before = told(id).size();
        sweep(red.plus(Duration.ofMinutes(241)));
        assertThat(told(id)).hasSize(before + 1);
        sweep(red.plus(Duration.ofMinutes(1441)));
        assertThat(heard("supervisor")).contains("clock.over");
        sweep(red.plus(Duration.ofMinutes(4321)));
        assertThat(told(id)).last().satisfies(it -> {
            assertThat(it.role()).isEqualTo("supervisor@city");
            assertThat(it.recipients()).as("nobody in the demo").isEmpty();
        });
        sweep(red.plus(Duration.ofDays(300)));
        assertThat(told(id)).hasSize(before + 3);
        assertThat(timeline.of(id).stream()
                        .filter(entry -> entry.move() == Move.ESCALATE)
                        .map(Entry::detail)
                        .map(detail -> String.valueOf(detail.get("whom"))))
                .containsExactlyElementsOf(told(id).stream().map(Told::role).toList());
        assertThat(bell.of("supervisor", null, Locale.ENGLISH).rings())
                .allSatisfy(ring -> assertThat(ring.caseId()).isEqualTo(id))
                .anySatisfy(ring -> assertThat(ring.body())
                        .contains(flow.facts(id).number(), "Handling was due at", "minutes late")
                        .doesNotContain("{"));
    }

    @Test
    void whoeverHasClaimedTheTaskIsToldAloneElseAllWhoMayDoIt() {
        CaseId claimed = reported(SUDDEN);
        CaseId free = reported(SUDDEN);
        staff.give(
                "worker",
                new Grant(Role.FILING_CLERK, flow.facts(free).location().district()));
        try {
            jdbc.update(
                    "update act_ru_task set assignee_ = 'filing' where id_ = ?",
                    flow.task("filing", claimed).id());
            Instant due = Objects.requireNonNull(flow.facts(free).dueAt());
            sweep(due.plusSeconds(1));
            assertThat(recipients(claimed, "holder")).containsExactly("filing");
            assertThat(recipients(free, "holder")).contains("filing", "worker");
        } finally {
            staff.take(
                    "worker",
                    new Grant(Role.FILING_CLERK, flow.facts(free).location().district()));
        }
    }

    @Test
    void aLateOrRepeatedSweepOnSeveralNodesTellsNobodyTwice() throws Exception {
        List<CaseId> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(reported(SUDDEN));
        }
        Instant late = Objects.requireNonNull(flow.facts(ids.get(29)).dueAt()).plus(Duration.ofHours(9));
        var pool = Executors.newFixedThreadPool(4);
        try {
            for (var one : pool.invokeAll(Collections.nCopies(4, sweeping(late)))) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        sweep(late);
        sweep(late.plusSeconds(5));
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where recipient = 'filing' and channel = 'BELL'", Integer.class))
                .isEqualTo(30);
        assertThat(ids)
                .allSatisfy(id -> assertThat(timeline.of(id).stream().filter(entry -> entry.move() == Move.ESCALATE))
                        .hasSize(told(id).size()));
        assertThat(jdbc.queryForObject("select count(*) from clock_escalation where state = 'PLANNED'", Integer.class))
                .isZero();
    }

    @Test
    void aCaseThatMovedOnIsNotEscalated() {
        CaseId id = reported(SUDDEN);
        Instant due = Objects.requireNonNull(flow.facts(id).dueAt());
        sweep(due.plusSeconds(1));
        int before = told(id).size();
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        sweep(due.plus(Duration.ofHours(2)));
        assertThat(told(id).stream().filter(it -> it.clock().equals("ACCEPT"))).hasSize(before);
        assertThat(jdbc.queryForObject(
                        "select count(*) from clock_escalation where case_id = ? and clock = 'ACCEPT' and state = 'PASSED'",
                        Integer.class,
                        id.value()))
                .isPositive();
    }

    @Test
    void whileItIsCheckedNobodyIsToldOfAUnitsTimeAndReworkGoesOn() {
        CaseId id = handled("C01002");
        Instant red = Objects.requireNonNull(
                clocks.of(id, Kind.HANDLING).orElseThrow().dueAt());
        sweep(red.plusSeconds(1));
        int before = handling(id);
        flow.complete(
                "handler",
                id,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
        sweep(red.plus(Duration.ofMinutes(250)));
        assertThat(handling(id)).isEqualTo(before);
        flow.complete("checker", id, "outcome", "failed", "reason", "还没好");
        sweep(red.plus(Duration.ofMinutes(260)));
        assertThat(handling(id)).isEqualTo(before + 1);
    }

    @Test
    void whoWasGivenMoreTimeComesNearItsEndAgain() {
        CaseId id = handled("C01002");
        ClockState handling = clocks.of(id, Kind.HANDLING).orElseThrow();
        sweep(Objects.requireNonNull(handling.yellowAt()).plusSeconds(1));
        assertThat(heard("handler")).hasSize(1);
        clocks.extend(id, Duration.ofHours(5), "supervisor", null);
        sweep(Objects.requireNonNull(handling.yellowAt()).plusSeconds(2));
        assertThat(heard("handler")).hasSize(1);
        Instant again = Objects.requireNonNull(
                clocks.of(id, Kind.HANDLING).orElseThrow().yellowAt());
        sweep(again.plusSeconds(1));
        assertThat(heard("handler")).containsExactly("clock.yellow", "clock.yellow");
    }

    @ParameterizedTest
    @CsvSource({
        "holder, bell, true",
        "supervisor@city, 'bell,mail', true",
        "leader@city, bell, false",
        "root, bell, false",
        "supervisor@moon, bell, false",
        "supervisor, smoke, false",
        "'', bell, false"
    })
    void whatACityWroteThatNobodyUnderstandsIsLeftOut(String role, String channels, boolean understood) {
        assertThat(Audiences.understands(new EscalationStep(role, 0, channels, false)))
                .isEqualTo(understood);
    }

    @Test
    void channelsAreReadFromTheTable() {
        assertThat(Audiences.channels("Bell, digest,DINGTALK"))
                .isEqualTo(Set.of(Channel.BELL, Channel.DIGEST, Channel.DINGTALK));
    }

    @Test
    void theTableIsAskedInFewQuestionsHoweverLateSomethingIs() {
        assertThat(EscalationInput.of("HANDLING", "RED", 14, "M06010").minutesOver())
                .isZero();
        assertThat(EscalationInput.of("HANDLING", "RED", 59, "M06010").minutesOver())
                .isEqualTo(30);
        assertThat(EscalationInput.of("HANDLING", "RED", 99_999, null))
                .isEqualTo(new EscalationInput("HANDLING", "RED", 10_080, ""));
        int release = 1;
        assertThat(table.steps(release, EscalationInput.of("HANDLING", "RED", 99_999, LEAK)))
                .anySatisfy(step ->
                        assertThat(step).isEqualTo(new EscalationStep("supervisor@city", 0, "bell,mail", false)));
        assertThat(table.steps(release, EscalationInput.of("HANDLING", "RED", 0, "L01001")))
                .anySatisfy(step -> assertThat(step.urgent()).isTrue());
    }

    record Told(String clock, String role, List<String> recipients) {}

    private List<Told> told(CaseId id) {
        return jdbc.query(
                "select clock, role, recipients from clock_escalation where case_id = ? and state = 'TOLD' order by at, id",
                (row, n) -> new Told(row.getString(1), row.getString(2), Arrays.asList((String[])
                        row.getArray(3).getArray())),
                id.value());
    }

    private int handling(CaseId id) {
        return (int)
                told(id).stream().filter(it -> it.clock().equals("HANDLING")).count();
    }

    private List<String> recipients(CaseId id, String role) {
        return told(id).stream()
                .filter(it -> it.role().equals(role))
                .flatMap(it -> it.recipients().stream())
                .toList();
    }

    private List<String> heard(String account) {
        return jdbc.queryForList(
                "select template from notice where recipient = ? and channel = 'BELL' order by id",
                String.class,
                account);
    }

    private void sweep(Instant now) {
        Sweep sweep = at(now);
        sweep.light();
        sweep.escalate();
    }

    private Callable<Integer> sweeping(Instant now) {
        return () -> {
            sweep(now);
            return 0;
        };
    }

    private Sweep at(Instant now) {
        Clock then = Clock.fixed(now, ZoneOffset.UTC);
        var escalations = new Escalations(rows, table, audiences, news, notices, notes, then);
        return new Sweep(jdbc, clocks, times, escalations, watches, calendars, then, events, transactions);
    }

    private CaseId reported(String serviceCode) {
        CaseId id = flow.report("东风路口路面塌了一个坑", serviceCode).caseId();
        flow.run(id);
        return id;
    }

    private CaseId handled(String serviceCode) {
        CaseId id = reported(serviceCode);
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
}
