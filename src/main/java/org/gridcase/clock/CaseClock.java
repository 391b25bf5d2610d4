package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gridcase.clock.ClockState.State;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** One clock of a case: moved on by each posting without looking back, as {@link Ledger} would tell from all of them. */
final class CaseClock {
    final CaseId id;
    final Kind kind;
    final String district;
    Counted counted = Counted.CONTINUOUS;
    State state = State.STOPPED;
    Lamp lamp = Lamp.GREEN;
    Duration budget = Duration.ZERO;
    Duration consumed = Duration.ZERO;
    double yellowShare = 1;
    int extensions;
    boolean suspended;
    boolean late;
    boolean exempt;
    int calendar;
    Instant startedAt = Instant.EPOCH;

    @Nullable
    Instant runningSince;

    @Nullable
    Instant yellowAt;

    @Nullable
    Instant dueAt;

    @Nullable
    String unit;

    @Nullable
    Instant stoppedAt;

    CaseClock(CaseId id, Kind kind, String district) {
        this.id = id;
        this.kind = kind;
        this.district = district;
    }

    void start(Duration limit, Counting counting, Instant at) {
        state = State.RUNNING;
        budget = limit;
        consumed = Duration.ZERO;
        extensions = 0;
        suspended = false;
        late = false;
        exempt = false;
        startedAt = at;
        stoppedAt = null;
        yellowAt = null;
        dueAt = null;
        run(counting, at);
    }

    void resume(Counting counting, Instant at) {
        state = State.RUNNING;
        suspended = false;
        run(counting, at);
    }

    void pause(Counting counting, Instant at) {
        count(counting, at);
        state = State.PAUSED;
        suspended = false;
    }

    void stop(Counting counting, Instant at) {
        count(counting, at);
        state = State.STOPPED;
        suspended = false;
        stoppedAt = at;
    }

    /** All anew, for a posting or a calendar that changes what was counted before. */
    void follow(List<Posting> postings, Counting counting, Instant now) {
        Ledger ledger = Ledger.of(postings);
        budget = ledger.budget();
        consumed = ledger.consumed(counting, runningSince == null ? Instant.MAX : runningSince);
        Instant due = ledger.deadline(counting);
        Instant yellow = ledger.when(counting, nearly());
        dueAt = due == null ? ledger.last(counting, budget) : due;
        yellowAt = yellow == null ? ledger.last(counting, nearly()) : yellow;
        late = ledger.consumed(counting, now).compareTo(budget) > 0;
        lamp = runningSince == null ? lamp : lit(now);
    }

    Duration nearly() {
        return Duration.ofMillis((long) (budget.toMillis() * yellowShare));
    }

    Duration consumed(Counting counting, Instant now) {
        return runningSince == null ? consumed : consumed.plus(counting.between(runningSince, now));
    }

    boolean runs() {
        return state == State.RUNNING;
    }

    /** Whether a case is late by this clock; what the offices take is theirs. */
    boolean tellsLateness() {
        return kind == Kind.HANDLING || kind == Kind.ON_SPOT;
    }

    boolean wasLate() {
        return late && tellsLateness();
    }

    Lamp lit(Instant now) {
        return Lamp.at(yellowAt, dueAt, now);
    }

    private void run(Counting counting, Instant at) {
        runningSince = at;
        if (consumed.compareTo(budget) < 0) {
            dueAt = counting.after(at, budget.minus(consumed));
        }
        if (consumed.compareTo(nearly()) < 0) {
            yellowAt = counting.after(at, nearly().minus(consumed));
        }
        lamp = lit(at);
    }

    private void count(Counting counting, Instant at) {
        consumed = consumed(counting, at);
        late |= consumed.compareTo(budget) > 0;
        runningSince = null;
    }

    ClockState told(Counting counting, Instant now) {
        return new ClockState(
                id,
                kind,
                district,
                state,
                budget,
                consumed(counting, now),
                yellowAt,
                dueAt,
                unit,
                extensions,
                suspended,
                late || runs() && lit(now) == Lamp.RED,
                exempt,
                startedAt,
                stoppedAt);
    }
}
