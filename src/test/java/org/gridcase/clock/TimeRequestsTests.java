package org.gridcase.clock;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.gridcase.clock.TimeMove.APPEAL;
import static org.gridcase.clock.TimeMove.EXTENSION;
import static org.gridcase.clock.TimeMove.SUSPENSION;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.clock.ClockState.State;
import org.gridcase.desk.CaseWalks;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Paths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Extension, suspension and appeal, walked over the real domain and engine. */
@CityTest
@RecordApplicationEvents
@TestMethodOrder(OrderAnnotation.class)
class TimeRequestsTests {
    private static final String DISTRICT = "410102";

    @Autowired
    Flow flow;

    @Autowired
    TimeRequests requests;

    @Autowired
    Clocks clocks;

    @Autowired
    Cases cases;

    @Autowired
    Timeline timeline;

    @Autowired
    Staff staff;

    @Autowired
    ManagementService management;

    @Autowired
    Paths paths;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    private TimeWalks walks() {
        return new TimeWalks(flow, jdbc);
    }

    @Test
    void aGrantedExtensionIsDueLaterAndSaysWhoAskedAndWhoGranted() {
        CaseId id = handling();
        Instant due = dueAt(id);

        TimeRequest asked = requests.ask(id, EXTENSION, 2, "大雨停工，电话 13800001111", "handler");
        assertThat(dueAt(id)).as("nothing is given yet").isEqualTo(due);
        decide(id, EXTENSION, true, "情况属实");

        assertThat(dueAt(id)).isEqualTo(due.plus(Duration.ofHours(2)));
        assertThat(only(id))
                .returns(TimeRequest.State.GRANTED, TimeRequest::state)
                .returns("handler", TimeRequest::askedBy)
                .returns("supervisor", TimeRequest::decidedBy)
                .returns("情况属实", TimeRequest::decidedReason);
        assertThat(lines(id))
                .extracting(Entry::move, Entry::actor, entry -> entry.detail().get("request"))
                .containsExactly(tuple(Move.EXTEND, "handler", "OPEN"), tuple(Move.EXTEND, "supervisor", "GRANTED"));
        assertThat(lines(id).get(0).reason()).contains("大雨停工").doesNotContain("13800001111");
        assertThat(asked.reason()).doesNotContain("13800001111");
        LedgerLine last = lastLine(id);
        assertThat(last.posting())
                .isEqualTo(new Posting(Posting.Kind.EXTEND, last.posting().at(), Duration.ofHours(2)));
        assertThat(last.actor()).isEqualTo("supervisor");
        assertThat(last.why()).contains("大雨停工");
        assertThat(flow.instance(id, "extension")).isNull();
        assertThat(events.stream(TimeAsked.class)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(id);
            assertThat(it.approvers()).isEqualTo("supervisor@" + DISTRICT);
            assertThat(it.unit()).isEqualTo(flow.facts(id).unit());
        });
        assertThat(events.stream(TimeDecided.class))
                .singleElement()
                .returns(TimeRequest.State.GRANTED, TimeDecided::outcome)
                .returns("supervisor", TimeDecided::by);
    }

    @Test
    void aRefusalNeedsAReasonAndCountsForNothing() {
        CaseId id = handling();
        Instant due = dueAt(id);
        for (int i = 0; i < 3; i++) {
            requests.ask(id, EXTENSION, 1, "缺人", "handler");
            assertThatThrownBy(() -> flow.completeThe("approveExtension", "supervisor", id, "outcome", "refused"))
                    .isInstanceOf(Refusal.class);
            decide(id, EXTENSION, false, "人手足够");
        }
        assertThat(dueAt(id)).isEqualTo(due);
        extended(id);
        extended(id);
        assertThat(dueAt(id)).isEqualTo(due.plus(Duration.ofHours(2)));
    }

    @Test
    void aThirdExtensionIsRefused() {
        CaseId id = handling();
        extended(id);
        extended(id);
        refused(() -> requests.ask(id, EXTENSION, 1, "还是不够", "handler"), "clock.request.tooOften.EXTENSION");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, 100_000})
    void anExtensionIsAtMostTheOriginalLimit(int hours) {
        CaseId id = handling();
        refused(() -> requests.ask(id, EXTENSION, hours, "不够", "handler"), "clock.request.amount.URGENT_HOURS");
        refused(() -> requests.ask(id, EXTENSION, null, "不够", "handler"), "clock.request.amount.URGENT_HOURS");
    }

    @Test
    void theSecondExtensionIsAsLongAsTheLimitWasNotAsItHasBecome() {
        CaseId id = handling();
        requests.ask(id, EXTENSION, 2, "不够", "handler");
        decide(id, EXTENSION, true, null);
        refused(() -> requests.ask(id, EXTENSION, 3, "不够", "handler"), "clock.request.amount.URGENT_HOURS");
    }

    @Test
    void nothingIsAskedForOnceItIsOverdue() {
        CaseId id = handling();
        walks().pass(id, Duration.ofHours(3));
        refused(() -> requests.ask(id, EXTENSION, 1, "不够", "handler"), "clock.request.overdue.EXTENSION");
        refused(() -> requests.ask(id, SUSPENSION, 10, "等材料", "handler"), "clock.request.overdue.SUSPENSION");
        assertThat(requests.offers(id, "handler")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"EXTENSION", "SUSPENSION"})
    void whatHasBecomeOverdueMeanwhileIsNotGrantedButCanBeRefused(TimeMove move) {
        CaseId id = handling();
        requests.ask(id, move, 1, "不够", "handler");
        walks().pass(id, Duration.ofHours(3));
        Instant due = dueAt(id);

        refused(
                () -> flow.completeThe(move.task(), "supervisor", id, "outcome", "granted"),
                "clock.request.overdue." + move);
        assertThat(only(id).open()).isTrue();
        assertThat(dueAt(id)).isEqualTo(due);

        decide(id, move, false, "已经超时");
        assertThat(only(id).state()).isEqualTo(TimeRequest.State.REFUSED);
    }

    @Test
    void nobodyDecidesTheirOwnRequest() {
        CaseId id = handling();
        var both = new Grant(Role.HANDLER, requireNonNull(flow.facts(id).unit()));
        staff.give("supervisor", both);
        try {
            requests.ask(id, EXTENSION, 1, "不够", "supervisor");
            refused(
                    () -> flow.completeThe("approveExtension", "supervisor", id, "outcome", "granted"),
                    "clock.request.own");
            assertThat(only(id).open()).isTrue();
        } finally {
            staff.take("supervisor", both);
        }
    }

    @Test
    void whoeverStandsInForWhoeverAskedDecidesNothingOfTheirs() {
        TimeRequest asked = requests.ask(handling(), EXTENSION, 1, "不够", "handler");

        refused(() -> RequestRights.checkNotOwn(asked, "supervisor", "handler"), "clock.request.own");
        RequestRights.checkNotOwn(asked, "supervisor", "supervisor2");
    }

    @Test
    void onlyWhoeverHandlesItForItsUnitMayAsk() {
        CaseId id = handling();
        for (String account : List.of("dispatch", "supervisor", "worker", "handler2", "nobody")) {
            refused(() -> requests.ask(id, EXTENSION, 1, "不够", account), "clock.request.notTheirs");
        }
        assertThat(requests.offers(id, "supervisor")).isEmpty();
        assertThat(requests.offers(id, "handler")).extracting(TimeOffer::move).containsExactly(EXTENSION, SUSPENSION);
    }

    @Test
    void aColleagueWhoHasClaimedTheTaskIsTheOneToAsk() {
        CaseId id = handling();
        var same = new Grant(Role.HANDLER, requireNonNull(flow.facts(id).unit()));
        staff.give("substitute", same);
        try {
            flow.claim("handler", flow.task("handler", id).id());
            refused(() -> requests.ask(id, EXTENSION, 1, "不够", "substitute"), "workflow.task.heldBy");
            requests.ask(id, EXTENSION, 1, "不够", "handler");
        } finally {
            staff.take("substitute", same);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000 "})
    void withoutAReasonNothingIsAsked(String reason) {
        CaseId id = handling();
        refused(() -> requests.ask(id, EXTENSION, 1, reason, "handler"), "clock.request.reason");
        refused(() -> requests.ask(id, SUSPENSION, 1, reason, "handler"), "clock.request.reason");
        assertThat(requests.of(id)).isEmpty();
    }

    @Test
    void aReasonHasItsLength() {
        CaseId id = handling();
        refused(() -> requests.ask(id, EXTENSION, 1, "长".repeat(501), "handler"), "clock.request.reason");
        requests.ask(id, EXTENSION, 1, "长".repeat(500), "handler");
        assertThatThrownBy(() -> flow.completeThe(
                        "approveExtension", "supervisor", id, "outcome", "refused", "reason", "长".repeat(501)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void oneRequestIsOpenAtATime() {
        CaseId id = handling();
        requests.ask(id, EXTENSION, 1, "不够", "handler");
        refused(() -> requests.ask(id, EXTENSION, 1, "不够", "handler"), "clock.request.pending");
        refused(() -> requests.ask(id, SUSPENSION, 10, "等材料", "handler"), "clock.request.pending");
        assertThat(requests.offers(id, "handler")).isEmpty();
    }

    @Test
    void twoWhoAskAtTheSameInstantMakeOneRequest() throws Exception {
        CaseId id = handling();
        var outcomes = together(
                () -> requests.ask(id, EXTENSION, 1, "一", "handler"),
                () -> requests.ask(id, SUSPENSION, 5, "二", "handler"));
        assertThat(outcomes).filteredOn(Optional::isPresent).singleElement().satisfies(failed -> assertThat(
                        failed.orElseThrow())
                .hasFieldOrPropertyWithValue("key", "clock.request.pending"));
        assertThat(requests.of(id)).hasSize(1);
    }

    @Test
    void theUnitTakesBackWhatItAskedForAndMayAskAgain() {
        CaseId id = handling();
        requests.ask(id, EXTENSION, 1, "不够", "handler");
        refused(() -> requests.withdraw(id, "dispatch", "不是我的"), "clock.request.notTheirs");
        refused(() -> requests.withdraw(id, "handler", " "), "clock.request.reason");

        requests.withdraw(id, "handler", "够了");

        assertThat(only(id).state()).isEqualTo(TimeRequest.State.WITHDRAWN);
        assertThat(flow.instance(id, "extension")).isNull();
        refused(() -> requests.withdraw(id, "handler", "再撤"), "clock.request.over");
        requests.ask(id, SUSPENSION, 3, "等材料", "handler");
        requests.withdraw(id, "handler", "材料到了");
        assertThat(flow.instance(id, "suspension")).isNull();
    }

    @Test
    void aCaseThatLeavesHandlingVoidsWhatIsOpen() {
        CaseId handled = handling();
        requests.ask(handled, EXTENSION, 1, "不够", "handler");
        flow.completeThe(
                "handleCase",
                "handler",
                handled,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
        assertThat(only(handled))
                .returns(TimeRequest.State.LAPSED, TimeRequest::state)
                .returns("system", TimeRequest::decidedBy);
        assertThat(flow.instance(handled, "extension")).isNull();

        CaseId returned = handling();
        requests.ask(returned, SUSPENSION, 9, "等材料", "handler");
        flow.completeThe("handleCase", "handler", returned, "outcome", "sentBack", "reason", "不归我们");
        assertThat(only(returned).state()).isEqualTo(TimeRequest.State.LAPSED);

        CaseId annulled = handling();
        requests.ask(annulled, EXTENSION, 1, "不够", "handler");
        cases.annulAnyTime(annulled, "supervisor", "重复");
        assertThat(only(annulled).state()).isEqualTo(TimeRequest.State.LAPSED);
        assertThat(flow.instance(annulled, "extension")).isNull();
        assertThat(flow.hasTask("supervisor", annulled)).isFalse();
        assertThat(lines(annulled)).last().returns("system", Entry::actor);
    }

    @Test
    void aSuspensionStopsTheClockAndItGoesOnWithTheRestWhenItsTimeIsOver() {
        CaseId id = handling();
        suspended(id, 30);
        Duration left = handlingClock(id).left();
        assertThat(handlingClock(id)).matches(ClockState::suspended).returns(State.PAUSED, ClockState::state);
        assertThat(flow.facts(id).dueAt()).isNull();
        assertThat(requireNonNull(only(id).until()))
                .isCloseTo(Instant.now().plus(30, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));

        flow.timeRunsOut(id, "suspension");

        assertThat(handlingClock(id).state()).isEqualTo(State.RUNNING);
        assertThat(Duration.between(Instant.now(), dueAt(id))).isCloseTo(left, Duration.ofSeconds(20));
        assertThat(only(id).overAt()).isNotNull();
        assertThat(flow.instance(id, "suspension")).isNull();
        assertThat(lines(id)).last().returns(Move.RESUME, Entry::move).returns("system", Entry::actor);
        assertThat(events.stream(TimeResumed.class)).singleElement().returns("system", TimeResumed::by);
    }

    @Test
    void aTimerThatFiresLateGivesNobodyMoreTime() {
        CaseId id = handling();
        suspended(id, 30);
        Duration left = handlingClock(id).left();
        walks().pass(id, Duration.ofDays(30).plusMinutes(40));
        Instant until = requireNonNull(only(id).until());

        flow.timeRunsOut(id, "suspension");

        assertThat(dueAt(id)).isCloseTo(until.plus(left), within(5, ChronoUnit.SECONDS));
        assertThat(lastLine(id).posting().at()).isEqualTo(Clocks.fine(until));
    }

    @Test
    void aTimerThatFiresTwiceChangesNothing() {
        CaseId id = handling();
        TimeRequest first = suspended(id, 1);
        flow.timeRunsOut(id, "suspension");
        Instant due = dueAt(id);
        int lines = clocks.ledger(id).size();

        requests.wake(id, first.id());
        requests.wake(id, UUID.randomUUID());

        assertThat(dueAt(id)).isEqualTo(due);
        assertThat(clocks.ledger(id)).hasSize(lines);
    }

    @Test
    void whatIsPutRightSoonerGoesOnEarlyByTheUnitOrWhoeverApproved() {
        for (String account : List.of("handler", "supervisor")) {
            CaseId id = handling();
            suspended(id, 30);
            assertThat(requests.resumable(id, account)).isPresent();
            assertThat(requests.resumable(id, "dispatch")).isEmpty();
            refused(() -> requests.resume(id, "dispatch", "想恢复"), "clock.request.mayNotResume");
            refused(() -> requests.resume(id, account, ""), "clock.request.reason");

            requests.resume(id, account, "材料到了");

            assertThat(handlingClock(id).state()).isEqualTo(State.RUNNING);
            assertThat(flow.instance(id, "suspension")).isNull();
            assertThat(lines(id)).last().returns(account, Entry::actor).returns("材料到了", Entry::reason);
            refused(() -> requests.resume(id, account, "再一次"), "clock.request.notSuspended");
        }
    }

    @Test
    void suspendingTwiceIsRefusedWhileItStandsAndAfterwards() {
        CaseId id = handling();
        suspended(id, 30);
        refused(() -> requests.ask(id, SUSPENSION, 30, "再等", "handler"), "clock.suspended");
        refused(() -> requests.ask(id, EXTENSION, 1, "不够", "handler"), "clock.suspended");
        requests.resume(id, "handler", "材料到了");
        refused(() -> requests.ask(id, SUSPENSION, 30, "再等", "handler"), "clock.request.tooOften.SUSPENSION");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 366, Integer.MAX_VALUE})
    void aSuspensionIsAYearAtMost(int days) {
        CaseId id = handling();
        refused(() -> requests.ask(id, SUSPENSION, days, "等材料", "handler"), "clock.request.days");
    }

    @Test
    void aYearIsNotTooLongAndARefusedSuspensionStopsNothing() {
        CaseId id = handling();
        requests.ask(id, SUSPENSION, 365, "等资金", "handler");
        decide(id, SUSPENSION, false, "资金已到");
        assertThat(handlingClock(id).state()).isEqualTo(State.RUNNING);
        assertThat(flow.instance(id, "suspension")).isNull();
    }

    @Test
    void aSuspendedCaseThatIsHandledOrAnnulledLeavesNothingBehind() {
        CaseId handled = handling();
        suspended(handled, 30);
        flow.complete(
                "handler",
                handled,
                "outcome",
                "handled",
                "after",
                flow.photo("handler").toString());
        assertThat(only(handled).standing()).isFalse();
        assertThat(flow.instance(handled, "suspension")).isNull();
        assertThat(handlingClock(handled)).returns(false, ClockState::suspended);
        flow.complete("checker", handled, "outcome", "failed", "reason", "还没好");
        assertThat(handlingClock(handled).state()).as("rework goes on").isEqualTo(State.RUNNING);

        CaseId annulled = handling();
        suspended(annulled, 30);
        cases.annulAnyTime(annulled, "supervisor", "重复");
        assertThat(flow.instance(annulled, "suspension")).isNull();
        assertThat(handlingClock(annulled).state()).isEqualTo(State.STOPPED);
        requests.wake(annulled, only(annulled).id());
        assertThat(handlingClock(annulled).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void anAnnulmentAndATimerAtTheSameInstantLeaveAnEndedCaseWhoseClockStands() throws Exception {
        for (int i = 0; i < 8; i++) {
            CaseId id = handling();
            suspended(id, 1);
            String timer = management
                    .createJobQuery()
                    .processInstanceId(flow.instance(id, "suspension").getId())
                    .timers()
                    .singleResult()
                    .getId();
            var outcomes = together(() -> cases.annulAnyTime(id, "supervisor", "重复"), () -> {
                management.executeJob(timer);
                flow.run(id);
            });
            assertThat(outcomes)
                    .flatExtracting(failed -> failed.stream().toList())
                    .allMatch(
                            failed -> failed instanceof OptimisticLockingFailureException
                                    || failed instanceof ProcessEngineException,
                            "somebody else was quicker");
            if (outcomes.get(0).isPresent()) {
                assertThat(flow.facts(id).stage()).as("all of it or nothing").isEqualTo(Stage.HANDLING);
                cases.annulAnyTime(id, "supervisor", "重复");
            }
            flow.run(id);
            assertThat(flow.facts(id).stage()).isEqualTo(Stage.ANNULLED);
            assertThat(handlingClock(id))
                    .returns(State.STOPPED, ClockState::state)
                    .returns(false, ClockState::suspended);
            assertThat(only(id).standing()).isFalse();
            assertThat(flow.instance(id, "suspension")).isNull();
            assertThat(flow.instance(id)).isNull();
        }
    }

    @Test
    void anApprovalAndACompletionAtTheSameInstantGiveOneOfTwoOutcomes() throws Exception {
        for (int i = 0; i < 6; i++) {
            CaseId id = handling();
            requests.ask(id, EXTENSION, 1, "不够", "handler");
            var after = flow.photo("handler").toString();
            var outcomes = together(
                    () -> flow.completeThe("handleCase", "handler", id, "outcome", "handled", "after", after),
                    () -> flow.completeThe("approveExtension", "supervisor", id, "outcome", "granted"));
            boolean granted = outcomes.get(1).isEmpty();
            if (outcomes.get(0).isPresent()) {
                assertThat(granted).isTrue();
                assertThat(outcomes.get(0).orElseThrow()).hasFieldOrPropertyWithValue("key", "workflow.task.changed");
                flow.completeThe("handleCase", "handler", id, "outcome", "handled", "after", after);
            }
            assertThat(only(id).state()).isEqualTo(granted ? TimeRequest.State.GRANTED : TimeRequest.State.LAPSED);
            assertThat(handlingClock(id).extensions()).isEqualTo(granted ? 1 : 0);
            assertThat(flow.instance(id, "extension")).isNull();
        }
    }

    @Test
    void aGrantedAppealExcusesLatenessAndKeepsTheFact() {
        CaseId id = walks().closed("路面塌陷，已修复", true);
        assertThat(requests.offers(id, "handler")).extracting(TimeOffer::move).containsExactly(APPEAL);

        requests.ask(id, APPEAL, null, "等管线单位停气", "handler");
        decide(id, APPEAL, true, "情况属实");

        assertThat(handlingClock(id)).matches(ClockState::late).matches(ClockState::exempt);
        assertThat(flow.facts(id).late()).as("the raw fact").isTrue();
        assertThat(lastLine(id).posting().kind()).isEqualTo(Posting.Kind.EXEMPT);
        assertThat(flow.instance(id, "appeal")).isNull();
        refused(() -> requests.ask(id, APPEAL, null, "再来", "handler"), "clock.request.tooOften.APPEAL");
    }

    @Test
    void aRefusedAppealStaysRefused() {
        CaseId id = walks().closed("路面塌陷，拖了很久", true);
        requests.ask(id, APPEAL, null, "人手不足", "handler");
        decide(id, APPEAL, false, "不是理由");
        assertThat(handlingClock(id)).returns(false, ClockState::exempt);
        refused(() -> requests.ask(id, APPEAL, null, "再来", "handler"), "clock.request.tooOften.APPEAL");
    }

    @Test
    void onlyTheUnitThatWasLateAppealsAndOnlyOnceItIsClosed() {
        CaseId inTime = walks().closed("路面塌陷，及时修复", false);
        refused(() -> requests.ask(inTime, APPEAL, null, "误判", "handler"), "clock.notLate");
        CaseId late = walks().closed("路面塌陷，没人管", true);
        refused(() -> requests.ask(late, APPEAL, null, "误判", "dispatch"), "clock.request.notTheirs");
        refused(() -> requests.ask(late, APPEAL, null, "误判", "handler2"), "clock.request.notTheirs");
        refused(() -> requests.ask(late, EXTENSION, 1, "不够", "handler"), "clock.request.notHandling");
        CaseId open = handling();
        walks().pass(open, Duration.ofHours(3));
        refused(() -> requests.ask(open, APPEAL, null, "误判", "handler"), "clock.request.notClosed");
        jdbc.update("update city_case set closed_at = closed_at - interval '31 days' where id = ?", late.value());
        refused(() -> requests.ask(late, APPEAL, null, "误判", "handler"), "clock.request.tooLate");
    }

    @Test
    void anAppealIsVoidWhenTheCaseIsOpenedAgain() {
        CaseId id = walks().closed("路面又塌", true);
        requests.ask(id, APPEAL, null, "误判", "handler");
        cases.reopen(id, "resident", "又塌了");
        assertThat(only(id).state()).isEqualTo(TimeRequest.State.LAPSED);
        assertThat(flow.instance(id, "appeal")).isNull();
    }

    @Test
    void anotherUnitHasExtensionsAndASuspensionOfItsOwn() {
        CaseId id = handling();
        String first = requireNonNull(flow.facts(id).unit());
        extended(id);
        extended(id);
        flow.complete("handler", id, "outcome", "sentBack", "reason", "不归我们");
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", other(first), "reason", "换一家");
        extended(id);
        assertThat(handlingClock(id).extensions()).isEqualTo(1);

        flow.complete("handler", id, "outcome", "sentBack", "reason", "也不归我们");
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", other(first), "reason", "就是你们");
        assertThat(handlingClock(id).extensions()).as("the same unit goes on").isEqualTo(1);
    }

    private String other(String unit) {
        return jdbc.queryForObject(
                "select code from unit where district = ? and code <> ? order by code limit 1",
                String.class,
                DISTRICT,
                unit);
    }

    @Test
    void whatIsDecidedTwiceIsDecidedOnce() throws Exception {
        CaseId id = handling();
        requests.ask(id, EXTENSION, 1, "不够", "handler");
        var outcomes = together(
                () -> flow.completeThe("approveExtension", "supervisor", id, "outcome", "granted"),
                () -> flow.completeThe("approveExtension", "supervisor", id, "outcome", "granted"));
        assertThat(outcomes).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(handlingClock(id).extensions()).isEqualTo(1);
    }

    /** Runs last: what the others have come through. */
    @ParameterizedTest
    @ValueSource(strings = {"extension", "suspension", "appeal"})
    @Order(Integer.MAX_VALUE)
    void theseRequestsComeThroughNineTenthsOfTheirModels(String process) throws IOException {
        if (process.equals("appeal")) {
            CaseId id = walks().closed("路面塌陷，申诉又撤回", true);
            requests.ask(id, APPEAL, null, "误判", "handler");
            requests.withdraw(id, "handler", "算了");
        }
        String model = "processes/" + process + "/" + process + ".bpmn";
        Set<String> untouched = paths.untouched(model);
        int size = paths.size(model);
        double covered = (size - untouched.size()) / (double) size;
        System.out.printf(
                "process path coverage of %s %.3f of %d nodes and flows, left out %s%n",
                process, covered, size, untouched);
        assertThat(covered).as("untouched: %s", untouched).isGreaterThanOrEqualTo(0.9);
    }

    private CaseId handling() {
        return CaseWalks.dispatched(flow, "东风路口路面塌了一个坑");
    }

    private void extended(CaseId id) {
        requests.ask(id, EXTENSION, 1, "不够", "handler");
        decide(id, EXTENSION, true, null);
    }

    private TimeRequest suspended(CaseId id, int days) {
        requests.ask(id, SUSPENSION, days, "等材料", "handler");
        decide(id, SUSPENSION, true, null);
        return requests.of(id).get(requests.of(id).size() - 1);
    }

    private void decide(CaseId id, TimeMove move, boolean granted, @Nullable String reason) {
        String outcome = granted ? "granted" : "refused";
        if (reason == null) {
            flow.completeThe(move.task(), "supervisor", id, "outcome", outcome);
        } else {
            flow.completeThe(move.task(), "supervisor", id, "outcome", outcome, "reason", reason);
        }
    }

    private TimeRequest only(CaseId id) {
        var all = requests.of(id);
        assertThat(all).isNotEmpty();
        return all.get(all.size() - 1);
    }

    private ClockState handlingClock(CaseId id) {
        return clocks.of(id, Kind.HANDLING).orElseThrow();
    }

    private Instant dueAt(CaseId id) {
        return requireNonNull(handlingClock(id).dueAt());
    }

    private LedgerLine lastLine(CaseId id) {
        return clocks.ledger(id).get(clocks.ledger(id).size() - 1);
    }

    private List<Entry> lines(CaseId id) {
        var ours = Set.of(Move.EXTEND, Move.SUSPEND, Move.RESUME, Move.APPEAL);
        return timeline.of(id).stream()
                .filter(entry -> ours.contains(entry.move()))
                .toList();
    }

    private static void refused(ThrowingCallable asked, String key) {
        assertThatThrownBy(asked).isInstanceOf(Refusal.class).hasFieldOrPropertyWithValue("key", key);
    }

    /** What each failed with, if it did; all begin at once. */
    private static List<Optional<Throwable>> together(Runnable... works) throws Exception {
        var begin = new CyclicBarrier(works.length);
        var people = Executors.newFixedThreadPool(works.length);
        try {
            var running = Stream.of(works)
                    .map(work -> people.submit(() -> {
                        begin.await();
                        work.run();
                        return true;
                    }))
                    .toList();
            var outcomes = new ArrayList<Optional<Throwable>>();
            for (var one : running) {
                try {
                    one.get();
                    outcomes.add(Optional.empty());
                } catch (ExecutionException failed) {
                    outcomes.add(Optional.of(Objects.requireNonNullElse(failed.getCause(), failed)));
                }
            }
            return outcomes;
        } finally {
            people.shutdown();
        }
    }
}
