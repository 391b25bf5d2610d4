package org.gridcase.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.clock.ClockState.State;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a return does to time, through the real process. */
@CityTest
class ReturnedTimeTests {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    @Autowired
    Flow flow;

    @Autowired
    Clocks clocks;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void theSameUnitGoesOnWithWhatItHadLeft() {
        CaseId id = returnedAfterHalfAnHour();
        assertThat(clock(id, Kind.HANDLING).state()).isEqualTo(State.PAUSED);
        assertThat(clock(id, Kind.DISPATCH).state()).isEqualTo(State.RUNNING);
        assertThat(flow.facts(id).dueAt()).isEqualTo(clock(id, Kind.DISPATCH).dueAt());

        dispatch(id, requireNonNull(flow.facts(id).unit()));

        assertThat(clock(id, Kind.HANDLING).left()).isCloseTo(Duration.ofMinutes(90), A_MOMENT);
        assertThat(clock(id, Kind.DISPATCH).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void anotherUnitStartsAfresh() {
        CaseId id = returnedAfterHalfAnHour();
        String other = jdbc.queryForObject(
                "select code from unit where district = '410102' and code <> ? order by code limit 1",
                String.class,
                flow.facts(id).unit());

        dispatch(id, requireNonNull(other));

        assertThat(clock(id, Kind.HANDLING).left()).isCloseTo(Duration.ofHours(2), A_MOMENT);
        assertThat(clock(id, Kind.HANDLING).unit()).isEqualTo(other);
    }

    @Test
    void acceptanceStandsWhileSomebodyLooksWhetherItIsReal() {
        CaseId id = CaseWalks.reported(flow, "不知真假的塌陷");
        flow.complete("filing", id, "outcome", "confirm");
        assertThat(clock(id, Kind.ACCEPT).state()).isEqualTo(State.PAUSED);
        assertThat(clock(id, Kind.CONFIRM).state()).isEqualTo(State.RUNNING);

        flow.complete("worker", id, "outcome", "real");

        assertThat(clock(id, Kind.ACCEPT).state()).isEqualTo(State.RUNNING);
        assertThat(clock(id, Kind.CONFIRM).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void aUnitReturnsACaseOnlyBeforeItSubmits() {
        CaseId id = CaseWalks.dispatched(flow, "交了就不能退");
        String task = flow.task("handler", id).id();
        flow.complete(
                "handler",
                id,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());

        assertThatThrownBy(() -> flow.completeNow("handler", task, "outcome", "sentBack", "reason", "想退"))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("key", "workflow.task.gone");
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.CHECKING);
        assertThat(flow.facts(id).returns()).isZero();
    }

    @Test
    void aReturnNeedsAReasonAndKeepsItAndLeadsToNoClosing() {
        CaseId id = CaseWalks.dispatched(flow, "退回要说明理由");
        assertThatThrownBy(() -> flow.complete("handler", id, "outcome", "sentBack", "reason", "  "))
                .isInstanceOf(Refusal.class);
        flow.complete("handler", id, "outcome", "sentBack", "reason", "是燃气公司的井");

        for (String way : new String[] {"handled", "passed", "closed", "annulled"}) {
            assertThatThrownBy(() -> flow.complete("dispatch", id, "outcome", way, "reason", "直接结案"))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.DISPATCHING);
        assertThat(timeline.of(id))
                .filteredOn(entry -> entry.move() == Move.SEND_BACK)
                .singleElement()
                .satisfies(entry -> assertThat(entry.reason()).isEqualTo("是燃气公司的井"));
    }

    private CaseId returnedAfterHalfAnHour() {
        CaseId id = CaseWalks.dispatched(flow, "东风路口路面塌了一个坑");
        new TimeWalks(flow, jdbc).pass(id, Duration.ofMinutes(30));
        flow.complete("handler", id, "outcome", "sentBack", "reason", "不归我们管");
        return id;
    }

    private void dispatch(CaseId id, String unit) {
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", unit, "reason", "就派这家");
    }

    private ClockState clock(CaseId id, Kind kind) {
        return clocks.of(id, kind).orElseThrow();
    }
}
