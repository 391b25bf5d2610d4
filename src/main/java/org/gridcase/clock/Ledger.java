package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock as its postings say: when it ran, within which budget. Consumption, deadline and lamp are derived, and again
 * if time turns out to have been counted wrongly.
 */
public final class Ledger {

    /** A stretch in which the clock ran; the last may have no end. */
    private record Run(Instant from, @Nullable Instant to) {}

    private final Duration budget;
    private final List<Run> runs;
    private final boolean stopped;

    private Ledger(Duration budget, List<Run> runs, boolean stopped) {
        this.budget = budget;
        this.runs = List.copyOf(runs);
        this.stopped = stopped;
    }

    /** @param postings in the order in which they were made; one that changes nothing, such as a second pause, counts for nothing */
    public static Ledger of(List<Posting> postings) {
        Duration budget = Duration.ZERO;
        var runs = new ArrayList<Run>();
        @Nullable Instant since = null;
        boolean stopped = true;
        for (Posting posting : postings) {
            switch (posting.kind()) {
                case START -> {
                    budget = posting.amount();
                    runs.clear();
                    since = posting.at();
                    stopped = false;
                }
                case PAUSE, STOP -> {
                    if (since != null) {
                        runs.add(new Run(since, later(since, posting.at())));
                        since = null;
                    }
                    stopped |= posting.kind() == Posting.Kind.STOP;
                }
                case RESUME -> since = since == null && !stopped ? posting.at() : since;
                case EXTEND -> budget = stopped ? budget : budget.plus(posting.amount());
                case RECOUNT, EXEMPT -> {}
            }
        }
        if (since != null) {
            runs.add(new Run(since, null));
        }
        return new Ledger(budget, runs, stopped);
    }

    /** A clock set back does not make a stretch negative. */
    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    public Duration budget() {
        return budget;
    }

    public boolean runs() {
        return !runs.isEmpty() && runs.get(runs.size() - 1).to() == null;
    }

    /** Since when it runs; none while it stands. */
    public @Nullable Instant since() {
        return runs() ? runs.get(runs.size() - 1).from() : null;
    }

    public boolean stopped() {
        return stopped;
    }

    /** What has counted until that moment. */
    public Duration consumed(Counting counting, Instant now) {
        return runs.stream()
                .map(run -> counting.between(run.from(), run.to() == null ? now : earlier(run.to(), now)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** When its budget is, or was, used up; none while it stands with time left. */
    public @Nullable Instant deadline(Counting counting) {
        return when(counting, budget);
    }

    /** Of a clock that stands with time left: when this much would have counted, had it run on. */
    public @Nullable Instant last(Counting counting, Duration amount) {
        if (runs.isEmpty()) {
            return null;
        }
        Run last = runs.get(runs.size() - 1);
        return counting.after(last.from(), amount.minus(consumed(counting, last.from())));
    }

    /** When this much has counted; none if that is not settled. */
    public @Nullable Instant when(Counting counting, Duration amount) {
        Duration left = amount;
        for (Run run : runs) {
            if (run.to() == null) {
                return counting.after(run.from(), left);
            }
            Duration used = counting.between(run.from(), run.to());
            if (used.compareTo(left) >= 0) {
                return counting.after(run.from(), left);
            }
            left = left.minus(used);
        }
        return null;
    }
}
