package org.gridcase.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timekeeper.Due;
import org.gridcase.clock.ClockRows.Line;
import org.gridcase.clock.ClockRows.Post;
import org.gridcase.clock.ClockState.State;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of all cases, and what may be done to them besides moving the case. */
@Component
@Transactional
public class Clocks {
    private final ClockRows rows;
    private final DueTimes times;
    private final PersonalTexts texts;
    private final Calendars calendars;
    private final Clock clock;

    Clocks(ClockRows rows, DueTimes times, PersonalTexts texts, Calendars calendars, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.texts = texts;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** In the order in which they were started. */
    @Transactional(readOnly = true)
    public List<ClockState> of(CaseId id) {
        Instant now = now();
        return rows.of(id).stream().map(it -> it.told(counting(it), now)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<ClockState> of(CaseId id, Kind kind) {
        return of(id).stream().filter(it -> it.clock() == kind).findFirst();
    }

    /** When whoever handles it should be done; none before that is dispatched, and while it stands for a suspension. */
    @Transactional(readOnly = true)
    public Optional<Instant> expected(CaseId id) {
        return of(id).stream()
                .filter(it -> (it.clock() == Kind.HANDLING || it.clock() == Kind.ON_SPOT) && !it.suspended())
                .reduce((first, last) -> last)
                .map(ClockState::dueAt);
    }

    /** What is left of the clocks that run, of these cases together. */
    @Transactional(readOnly = true)
    public Map<CaseId, Remaining> remaining(Collection<CaseId> ids) {
        Instant now = clock.instant();
        return rows.running(ids).stream()
                .collect(Collectors.toMap(it -> it.id, it -> remaining(it, now), (first, last) -> last));
    }

    private Remaining remaining(CaseClock it, Instant now) {
        Counting counting = counting(it);
        return new Remaining(
                now,
                it.lit(now),
                it.budget.minus(it.consumed(counting, now)),
                it.counted,
                it.counted.day(calendars, it.district),
                counting.stretches(now, now.plus(Remaining.AHEAD)));
    }

    /** Every posting of every clock, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<LedgerLine> ledger(CaseId id) {
        return rows.ledger(id);
    }

    /**
     * Prolongs the time for handling.
     *
     * @throws ClockRefused if none is counted, or it is used up, or the clock stands for a suspension
     */
    public void extend(CaseId id, Duration more, String by, @Nullable String why) {
        if (more.isNegative() || more.isZero()) {
            throw ClockRefused.amount();
        }
        Stage stage = times.hold(id);
        CaseClock it = handling(id);
        Instant now = now();
        if (it.suspended) {
            throw ClockRefused.suspended();
        }
        if (it.consumed(counting(it), now).compareTo(it.budget) > 0) {
            throw ClockRefused.overdue();
        }
        it.extensions++;
        var line = new Line(Posting.Kind.EXTEND.name(), now, more, by, texts.masked(why));
        it.follow(postings(it, line), counting(it), now);
        write(stage, it, line);
    }

    /**
     * Lets the time for handling stand until {@link #resume}.
     *
     * @throws ClockRefused if it does not run
     */
    public void suspend(CaseId id, String by, @Nullable String why) {
        Stage stage = times.hold(id);
        CaseClock it = handling(id);
        if (it.suspended) {
            throw ClockRefused.suspended();
        }
        if (!it.runs()) {
            throw ClockRefused.notRunning();
        }
        Instant now = now();
        it.pause(counting(it), now);
        it.suspended = true;
        write(stage, it, new Line(Posting.Kind.PAUSE.name(), now, null, by, texts.masked(why)));
    }

    /** @return whether it stood for a suspension; if not, nothing has happened */
    public boolean resume(CaseId id, String by, @Nullable String why) {
        return resume(id, now(), by, why);
    }

    /**
     * @param since from when on it counts again: whoever resumes it too late gives nobody more time
     * @return whether it stood for a suspension; if not, nothing has happened
     */
    public boolean resume(CaseId id, Instant since, String by, @Nullable String why) {
        Stage stage = times.hold(id);
        Optional<CaseClock> suspended =
                rows.of(id).stream().filter(it -> it.suspended).findFirst();
        suspended.ifPresent(it -> {
            Instant now = now();
            Instant from = since.isBefore(now) ? fine(since) : now;
            it.resume(counting(it), from);
            write(stage, it, new Line(Posting.Kind.RESUME.name(), from, null, by, texts.masked(why)));
        });
        return suspended.isPresent();
    }

    /**
     * Excuses a unit's lateness: the fact stays, statistics pass it over.
     *
     * @throws ClockRefused if it was not late
     */
    public void exempt(CaseId id, String by, @Nullable String why) {
        Stage stage = times.hold(id);
        CaseClock it = rows.of(id).stream()
                .filter(one -> one.late && one.kind == Kind.HANDLING)
                .findFirst()
                .orElseThrow(ClockRefused::notLate);
        it.exempt = true;
        write(stage, it, new Line(Posting.Kind.EXEMPT.name(), now(), null, by, texts.masked(why)));
    }

    /** Counts one clock again by the calendar in force; its ledger says so if that makes a difference. */
    void recount(CaseClock it, Stage stage, String why) {
        Instant now = now();
        Instant before = it.dueAt;
        Duration consumed = it.consumed;
        var line = new Line(Posting.Kind.RECOUNT.name(), now, null, "system", why);
        it.follow(postings(it, line), counting(it), now);
        if (Objects.equals(before, it.dueAt) && consumed.equals(it.consumed)) {
            it.calendar = calendars.version();
            rows.stillCounts(it);
        } else {
            write(stage, it, line);
        }
    }

    private List<Posting> postings(CaseClock it, Line added) {
        var posting = new Posting(
                Posting.Kind.valueOf(added.kind()),
                added.at(),
                added.amount() == null ? Duration.ZERO : added.amount());
        return Stream.concat(
                        rows.ledger(it.id).stream()
                                .filter(line -> line.clock() == it.kind)
                                .map(LedgerLine::posting),
                        Stream.of(posting))
                .toList();
    }

    private void write(Stage stage, CaseClock it, Line line) {
        it.calendar = calendars.version();
        rows.post(List.of(new Post(it, line)));
        tell(stage, it);
    }

    /** To the case and its tasks, if it is the clock of the stage in which the case is. */
    void tell(Stage stage, CaseClock it) {
        if (Kind.of(stage) == it.kind) {
            boolean late =
                    it.tellsLateness() ? it.late : rows.of(it.id).stream().anyMatch(CaseClock::wasLate);
            times.put(it.id, it.runs() ? new Due(it.yellowAt, it.dueAt, late) : new Due(null, null, late));
        }
    }

    private CaseClock handling(CaseId id) {
        return rows.of(id).stream()
                .filter(it -> it.kind == Kind.HANDLING && it.state != State.STOPPED)
                .findFirst()
                .orElseThrow(ClockRefused::notRunning);
    }

    private Instant now() {
        return fine(clock.instant());
    }

    /** As fine as amounts are kept, so that what is counted piece by piece equals what is counted at once. */
    static Instant fine(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private Counting counting(CaseClock it) {
        return it.counted.by(calendars, it.district);
    }
}
