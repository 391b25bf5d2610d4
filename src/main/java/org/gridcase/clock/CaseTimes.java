package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridcase.casework.Timekeeper.Due;
import org.gridcase.casework.Timekeeper.Passage;
import org.gridcase.clock.ClockState.State;
import org.gridcase.clock.StageLimits.Slot;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** The clocks of one case in memory: moved as {@link Clockwork} and {@link Clocks} move those that are kept in rows. */
public final class CaseTimes {
    private final TimeRules rules;
    private final List<StageLimit> limits;
    private final CaseId id;
    private final String district;
    private final Map<Kind, CaseClock> clocks = new EnumMap<>(Kind.class);
    private final List<LedgerLine> ledger = new ArrayList<>();

    CaseTimes(TimeRules rules, List<StageLimit> limits, CaseId id, String district) {
        this.rules = rules;
        this.limits = limits;
        this.id = id;
        this.district = district;
    }

    /** As {@link org.gridcase.casework.Timekeeper#passed}. */
    public Due passed(Passage passage) {
        light(passage.at());
        var turned = rules.clockwork.turn(passage, slots(passage.serviceCode()));
        turned.posts().forEach(post -> {
            clocks.put(post.clock().kind, post.clock());
            add(
                    post.clock(),
                    post.line().kind(),
                    post.line().at(),
                    post.line().amount(),
                    post.line().actor(),
                    post.line().why());
        });
        return turned.due();
    }

    /** When that much will have counted in all, if the clock runs on; when it last began to run at the earliest. */
    public Instant reaches(Kind kind, Duration counted) {
        CaseClock it = running(kind);
        Instant since = it.runningSince == null ? it.startedAt : it.runningSince;
        Duration more = counted.minus(it.consumed);
        return more.isNegative() ? since : counting(it).after(since, more);
    }

    public Duration budget(Kind kind) {
        return running(kind).budget;
    }

    /** What had counted when it last began to run. */
    public Duration consumed(Kind kind) {
        return running(kind).consumed;
    }

    public Due extend(Duration more, Instant at, String by, String why) {
        CaseClock it = running(Kind.HANDLING);
        light(at);
        it.extensions++;
        it.calendar = rules.calendars.version();
        add(it, Posting.Kind.EXTEND.name(), at, more, by, why);
        it.follow(postings(Kind.HANDLING), counting(it), at);
        return new Due(it.yellowAt, it.dueAt, it.late);
    }

    public void suspend(Instant at, String by, String why) {
        CaseClock it = running(Kind.HANDLING);
        light(at);
        it.pause(counting(it), at);
        it.suspended = true;
        add(it, Posting.Kind.PAUSE.name(), at, null, by, why);
    }

    public Due resume(Instant at, String by, String why) {
        CaseClock it = known(Kind.HANDLING).orElseThrow();
        it.resume(counting(it), at);
        add(it, Posting.Kind.RESUME.name(), at, null, by, why);
        return new Due(it.yellowAt, it.dueAt, it.late);
    }

    /** Excuses the lateness of whoever handled it. */
    public void exempt(Instant at, String by, String why) {
        Stream.of(Kind.HANDLING, Kind.ON_SPOT)
                .flatMap(kind -> known(kind).stream())
                .filter(it -> it.late)
                .forEach(it -> {
                    it.exempt = true;
                    add(it, Posting.Kind.EXEMPT.name(), at, null, by, why);
                });
    }

    /** In the order in which they were made. */
    public List<LedgerLine> ledger() {
        return ledger;
    }

    /** @throws IllegalStateException if one still runs */
    public List<WrittenClock> clocks() {
        return clocks.values().stream().map(WrittenClock::of).toList();
    }

    /** What the sweep would have lit by then. */
    private void light(Instant now) {
        clocks.values().stream().filter(CaseClock::runs).forEach(it -> it.lamp = it.lit(now));
    }

    private Map<Kind, Slot> slots(@Nullable String serviceCode) {
        boolean noisy = serviceCode != null && rules.noisy.contains(serviceCode);
        var slots = new EnumMap<Kind, Slot>(Kind.class);
        limits.forEach(it -> slots.put(
                it.clock(), new Slot(it.amount(), it.counted(), it.yellowShare(), noisy, clocks.get(it.clock()))));
        return slots;
    }

    private void add(
            CaseClock it, String kind, Instant at, @Nullable Duration amount, String actor, @Nullable String why) {
        var posting = new Posting(Posting.Kind.valueOf(kind), at, amount == null ? Duration.ZERO : amount);
        ledger.add(new LedgerLine(it.kind, posting, it.unit, actor, why, it.calendar));
    }

    private List<Posting> postings(Kind kind) {
        return ledger.stream()
                .filter(line -> line.clock() == kind)
                .map(LedgerLine::posting)
                .toList();
    }

    private Optional<CaseClock> known(Kind kind) {
        return Optional.ofNullable(clocks.get(kind));
    }

    private CaseClock running(Kind kind) {
        return known(kind)
                .filter(it -> it.state == State.RUNNING)
                .orElseThrow(() -> new IllegalStateException("the clock " + kind + " of " + id + " does not run"));
    }

    private Counting counting(CaseClock it) {
        return it.counted.by(rules.calendars, district);
    }
}
