package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Stage;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.clock.ClockState.State;
import org.gridcase.policy.Allowance;
import org.gridcase.policy.Allowances;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands against a request, when it is asked and again when it is to be granted. */
@Component
class RequestRules {
    private static final int WHOLE = 100;

    private final Allowances allowances;

    RequestRules(Allowances allowances) {
        this.allowances = allowances;
    }

    /**
     * A case as a request meets it.
     *
     * @param clock of handling, the present unit's; none before it is dispatched
     * @param others requests about the same case, without the one that is looked at
     */
    record Situation(CaseFacts facts, @Nullable ClockState clock, List<TimeRequest> others, Instant now) {}

    @Nullable
    Allowance allowance(TimeMove move, CaseFacts facts) {
        String code = facts.serviceCode();
        return allowances
                .of(facts.release(), move.process(), facts.location().district(), code == null ? "" : code)
                .orElse(null);
    }

    /** None if nothing does. */
    @Nullable
    Refusal against(TimeMove move, Situation it) {
        Allowance allowed = allowance(move, it.facts());
        if (allowed == null) {
            return RequestRefused.notAllowed(move);
        }
        return move == TimeMove.APPEAL ? againstAppeal(it, allowed) : againstTime(move, it, allowed);
    }

    private static @Nullable Refusal againstTime(TimeMove move, Situation it, Allowance allowed) {
        ClockState clock = it.clock();
        if (it.facts().stage() != Stage.HANDLING || clock == null || clock.state() == State.STOPPED) {
            return RequestRefused.notHandling();
        }
        if (clock.suspended()) {
            return ClockRefused.suspended();
        }
        if (clock.late()) {
            return RequestRefused.overdue(move);
        }
        long given = move == TimeMove.EXTENSION ? clock.extensions() : suspensions(it, clock);
        return given < allowed.times() ? null : RequestRefused.tooOften(move, allowed.times());
    }

    private static @Nullable Refusal againstAppeal(Situation it, Allowance allowed) {
        Instant closed = it.facts().closedAt();
        ClockState clock = it.clock();
        if (it.facts().stage() != Stage.CLOSED || closed == null) {
            return RequestRefused.notClosed();
        }
        if (clock == null || !clock.late()) {
            return ClockRefused.notLate();
        }
        if (appeals(it, clock) >= allowed.times()) {
            return RequestRefused.tooOften(TimeMove.APPEAL, allowed.times());
        }
        boolean inTime = !it.now().isAfter(closed.plus(Duration.ofDays(allowed.most())));
        return inTime ? null : RequestRefused.tooLate(allowed.most());
    }

    private static long suspensions(Situation it, ClockState clock) {
        return it.others().stream()
                .filter(one -> one.move() == TimeMove.SUSPENSION && one.state() == TimeRequest.State.GRANTED)
                .filter(one -> !one.askedAt().isBefore(clock.startedAt()))
                .count();
    }

    /** Refused ones too: a department appeals once. */
    private static long appeals(Situation it, ClockState clock) {
        return it.others().stream()
                .filter(one -> one.move() == TimeMove.APPEAL)
                .filter(one -> one.state() == TimeRequest.State.GRANTED || one.state() == TimeRequest.State.REFUSED)
                .filter(one -> !one.askedAt().isBefore(clock.startedAt()))
                .count();
    }

    /** The most that may be asked for at once; none for an appeal, or if no limit is known. */
    @Nullable
    Limit most(TimeMove move, CaseFacts facts, Allowance allowed) {
        Integer amount = facts.limitAmount();
        String kind = facts.limitKind();
        return switch (move) {
            case EXTENSION ->
                amount == null || kind == null
                        ? null
                        : new Limit(Math.max(1, amount * allowed.most() / WHOLE), LimitKind.valueOf(kind));
            case SUSPENSION -> new Limit(allowed.most(), LimitKind.CALENDAR_DAYS);
            case APPEAL -> null;
        };
    }

    /** @throws RequestRefused unless it is more than nothing and at most {@code most} */
    @Nullable
    Limit amount(TimeMove move, @Nullable Integer asked, @Nullable Limit most) {
        if (most == null) {
            return null;
        }
        if (asked == null || asked < 1 || asked > most.amount()) {
            throw move == TimeMove.SUSPENSION
                    ? RequestRefused.days(most.amount())
                    : RequestRefused.amount(most.amount(), most.kind());
        }
        return new Limit(asked, most.kind());
    }
}
