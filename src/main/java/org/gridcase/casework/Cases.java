package org.gridcase.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.Limit;
import org.gridcase.photo.PhotoId;
import org.gridcase.privacy.PersonalTexts;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.StandingIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cases: the only way a case comes into being and moves. */
@Component
@Transactional
public class Cases {
    static final String SYSTEM = "system";
    private static final Set<String> MACHINES = Set.of(SYSTEM, "assistant");

    private final CaseRows rows;
    private final CaseMoves moves;
    private final Origins origins;
    private final Timeline timeline;
    private final CasePhotos photos;
    private final CaseFlow flow;
    private final PersonalTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Timekeeper time;
    private final Duration reopenWindow;

    Cases(
            CaseRows rows,
            CaseMoves moves,
            Origins origins,
            Timeline timeline,
            CasePhotos photos,
            CaseFlow flow,
            PersonalTexts texts,
            ApplicationEventPublisher events,
            Clock clock,
            Timekeeper time,
            @Value("${gridcase.casework.reopen-window:7d}") Duration reopenWindow) {
        this.rows = rows;
        this.moves = moves;
        this.origins = origins;
        this.timeline = timeline;
        this.photos = photos;
        this.flow = flow;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
        this.time = time;
        this.reopenWindow = reopenWindow;
    }

    /** Opens a case, pinned to the policy release in force, and starts its process in the same transaction. */
    public Opened open(NewCase report) {
        Instant now = clock.instant();
        var opened = origins.add(report, now);
        String district = report.location().district();
        var fresh = Case.reported(opened.id(), district, flow.releaseInForce(district), now);
        fresh.serviceCode = report.serviceCode();
        keepTime(fresh, null, Move.REPORT, report.actor());
        rows.save(fresh);
        photos.add(opened.id(), CasePhotos.Moment.BEFORE, report.photos(), report.actor(), now);
        timeline.append(
                opened.id(),
                Entry.of(Move.REPORT, report.actor(), Stage.REPORTED, now)
                        .with("channel", report.channel())
                        .with("photos", report.photos().size())
                        .with("serviceCode", report.serviceCode()));
        flow.start(opened.id(), fresh.release, report.location(), false);
        events.publishEvent(new CaseReported(opened.id(), district, now));
        return opened;
    }

    /** @throws CaseNotFound if there is none */
    @Transactional(readOnly = true)
    public CaseFacts facts(CaseId id) {
        return origins.facts(id).orElseThrow(() -> CaseNotFound.of(id));
    }

    /** The case followed with this secret. */
    @Transactional(readOnly = true)
    public Optional<CaseFacts> followed(String secret) {
        return origins.bySecret(secret);
    }

    @Transactional(readOnly = true)
    public Optional<CaseFacts> numbered(String number) {
        return origins.byNumber(number);
    }

    /** @param why the row of the classification table, or a person's reason */
    public void classify(CaseId id, String serviceCode, long catalogueVersion, String actor, @Nullable String why) {
        move(id, Move.CLASSIFY, actor, why, Map.of("serviceCode", serviceCode), it -> {
            it.serviceCode = serviceCode;
            it.catalogueVersion = catalogueVersion;
        });
    }

    /** @param check whether a person looks at it after it was settled on the spot */
    public void takeOnSpot(CaseId id, boolean check, String rule) {
        move(id, Move.TAKE_ON_SPOT, SYSTEM, null, Map.of("rule", rule), it -> {
            it.minor = true;
            it.checkMinor = check;
        });
    }

    public void askFiling(CaseId id, String rule) {
        move(id, Move.ASK_FILING, SYSTEM, null, Map.of("rule", rule), it -> it.minor = false);
    }

    public void notMinor(CaseId id, String actor, String reason) {
        move(id, Move.NOT_MINOR, actor, reason, Map.of(), it -> it.minor = false);
    }

    /** @param factor what the row's limit is multiplied by at this place; 1 leaves it as it stands */
    public void proposeFiling(CaseId id, String row, double factor, String rule) {
        move(id, Move.PROPOSE_FILING, SYSTEM, null, Map.of("row", row, "rule", rule), it -> {
            it.proposedRow = row;
            it.proposedFactor = factor;
        });
    }

    public void confirm(CaseId id, String actor, @Nullable String reason) {
        move(id, Move.CONFIRM, actor, reason, Map.of(), it -> {});
    }

    public void confirmedReal(CaseId id, String actor, @Nullable String remark) {
        move(id, Move.CONFIRMED_REAL, actor, remark, Map.of(), it -> {});
    }

    /**
     * Files the case under a row of the filing standard: from here its handling limit runs.
     *
     * @param version of the standard that the row stands in
     */
    public void file(CaseId id, FilingRow row, int version, String actor, @Nullable String reason) {
        move(id, Move.FILE, actor, reason, Map.of("row", row.code()), it -> {
            Limit limit = it.limitUnder(row);
            it.filingRow = row.code();
            it.filingVersion = version;
            it.limitAmount = limit.amount();
            it.limitKind = limit.kind().name();
            it.filedAt = it.movedAt;
            it.unit = null;
        });
    }

    public void proposeUnit(CaseId id, String unit, String rule) {
        move(id, Move.PROPOSE_UNIT, SYSTEM, null, Map.of("unit", unit, "rule", rule), it -> it.proposedUnit = unit);
    }

    public void dispatch(CaseId id, String unit, String actor, @Nullable String reason) {
        move(id, Move.DISPATCH, actor, reason, Map.of("unit", unit), it -> it.unit = unit);
    }

    /** The unit returns it to the dispatcher, or the dispatcher to the filing clerk. */
    public void sendBack(CaseId id, String actor, String reason) {
        move(id, Move.SEND_BACK, actor, reason, Map.of(), it -> it.returns++);
    }

    public void handle(CaseId id, String actor, @Nullable String remark, Collection<PhotoId> after) {
        move(id, Move.HANDLE, actor, remark, Map.of("photos", after.size()), it -> {});
        photos.add(id, CasePhotos.Moment.AFTER, after, actor, clock.instant());
    }

    /** A minor event put right on the spot. */
    public void settle(CaseId id, boolean check, String actor, @Nullable String remark, Collection<PhotoId> after) {
        move(id, check ? Move.ASK_MINOR_CHECK : Move.SETTLE, actor, remark, Map.of("photos", after.size()), it -> {});
        photos.add(id, CasePhotos.Moment.AFTER, after, actor, clock.instant());
    }

    public void pass(CaseId id, String actor, @Nullable String remark) {
        move(id, Move.PASS, actor, remark, Map.of(), it -> {});
    }

    /** Back to whoever handled it. */
    public void fail(CaseId id, String actor, String reason) {
        move(id, Move.FAIL, actor, reason, Map.of(), it -> it.reworks++);
    }

    public void close(CaseId id) {
        move(id, Move.CLOSE, SYSTEM, null, Map.of(), it -> it.closedAt = it.movedAt);
    }

    /** Ends the case as none: at a task, whose own model goes on to its end. */
    public void annul(CaseId id, String actor, String reason) {
        move(id, Move.ANNUL, actor, reason, Map.of(), it -> it.closedAt = it.movedAt);
    }

    /** Ends the case as none, wherever it stands, and its process with it. */
    public void annulAnyTime(CaseId id, String actor, String reason) {
        annul(id, actor, reason);
        flow.annulled(id);
    }

    /**
     * @throws CaseNotFound if the same district has no case of that number
     * @throws CaseConflict if the other one is this one or has ended
     */
    public void join(CaseId id, String otherNumber, String actor, @Nullable String reason) {
        String district = facts(id).location().district();
        var other = numbered(otherNumber)
                .filter(found -> found.location().district().equals(district))
                .orElseThrow(() -> CaseNotFound.numbered(otherNumber));
        if (other.id().equals(id)) {
            throw CaseConflict.joinsItself();
        }
        if (other.stage().ended()) {
            throw CaseConflict.joinsEnded(otherNumber);
        }
        move(id, Move.JOIN, actor, reason, Map.of("other", otherNumber), it -> {
            it.joinedTo = other.id().value();
            it.closedAt = it.movedAt;
        });
        photos.copy(id, other.id());
        move(
                other.id(),
                Move.ADD,
                actor,
                texts.masked(reason),
                Map.of("joined", facts(id).number()),
                it -> {});
    }

    /** Until when a case closed at that time can be reopened. */
    public Instant reopenableUntil(Instant closed) {
        return closed.plus(reopenWindow);
    }

    /** @throws CaseConflict if the window for it has passed */
    public void reopen(CaseId id, String actor, String reason) {
        var facts = facts(id);
        Instant closed = facts.closedAt();
        if (closed != null && clock.instant().isAfter(reopenableUntil(closed))) {
            throw CaseConflict.reopenTooLate((int) reopenWindow.toDays());
        }
        int release = flow.releaseInForce(facts.location().district());
        move(id, Move.REOPEN, actor, reason, Map.of("release", release), it -> {
            it.reopened++;
            it.release = release;
            it.closedAt = null;
            it.satisfaction = null;
        });
        flow.reopened(id);
        flow.start(id, release, facts.location(), true);
    }

    /** @param stars 1 to 5 */
    public void rate(CaseId id, int stars, String actor, @Nullable String remark) {
        if (facts(id).satisfaction() != null) {
            throw CaseConflict.alreadyRated();
        }
        move(id, Move.RATE, actor, remark, Map.of("stars", stars), it -> it.satisfaction = stars);
        flow.rated(id);
    }

    /** A follower or worker adds words or photos to an open case. */
    public void add(CaseId id, String actor, @Nullable String words, Collection<PhotoId> more) {
        move(id, Move.ADD, actor, words, Map.of("photos", more.size()), it -> {});
        photos.add(id, CasePhotos.Moment.BEFORE, more, actor, clock.instant());
    }

    /**
     * An administrator sets a stuck case right; the flow is theirs to put where the stage says.
     *
     * @param to the stage it has from now on
     */
    public void intervene(CaseId id, Stage to, String actor, String reason, Map<String, ?> detail) {
        var placed = moves.take(id).orElseThrow(() -> CaseNotFound.of(id));
        Stage from = placed.stage;
        placed.place(to, clock.instant());
        keepTime(placed, from, Move.INTERVENE, actor);
        keep(placed, Move.INTERVENE, actor, reason, detail);
    }

    /**
     * It goes on under another release of policy; its processes are theirs to move who call this, in the same transaction.
     *
     * @return the release that it kept to until now
     * @throws CaseConflict if it has ended
     */
    public int followRelease(CaseId id, int release, String actor, String reason) {
        var following = moves.take(id).orElseThrow(() -> CaseNotFound.of(id));
        int before = following.release;
        following.follow(release, clock.instant());
        keep(following, Move.MIGRATE, actor, reason, Map.of("from", before, "release", release));
        return before;
    }

    /** A claim on its task ended without whoever had claimed it; where the case stands does not change. */
    public void passOn(CaseId id, String actor, @Nullable String reason, Map<String, ?> detail) {
        moves.take(id).ifPresent(it -> {
            Instant now = clock.instant();
            timeline.append(
                    id,
                    new Entry(Move.HAND_OVER, actor, it.stage, now, held(id, Move.HAND_OVER, actor, reason), detail));
            events.publishEvent(new CaseMoved(id, Move.HAND_OVER, it.stage, now));
        });
    }

    /** Writes what somebody did or said about a case on its timeline; where the case stands does not change. */
    public void say(CaseId id, Move what, String actor, @Nullable String words, Map<String, ?> detail) {
        var it = moves.take(id).orElseThrow(() -> CaseNotFound.of(id));
        Instant now = clock.instant();
        var entry = new Entry(what, actor, it.stage, now, held(id, what, actor, words), detail);
        timeline.append(id, entry.with("inPlaceOf", StandingIn.lender().orElse(null)));
        events.publishEvent(new CaseMoved(id, what, it.stage, now));
    }

    /** Notes on the timeline what moves no case, such as that somebody was shown what is personal. */
    public void note(CaseId id, Move what, String actor, Map<String, ?> detail) {
        var noted = moves.take(id).orElseThrow(() -> CaseNotFound.of(id));
        timeline.append(id, new Entry(what, actor, noted.stage, clock.instant(), null, detail));
    }

    /** The same in somebody's words, told at once to whoever looks at the case. */
    public void note(CaseId id, Move what, String actor, @Nullable String words, Map<String, ?> detail) {
        var noted = moves.take(id).orElseThrow(() -> CaseNotFound.of(id));
        Instant now = clock.instant();
        Entry entry = new Entry(what, actor, noted.stage, now, held(id, what, actor, words), detail);
        timeline.append(id, entry.with("inPlaceOf", StandingIn.lender().orElse(null)));
        events.publishEvent(new CaseMoved(id, what, noted.stage, now));
    }

    /** When it ended, and whatever it was joined to; not while any of it is open. */
    @Transactional(readOnly = true)
    public Optional<Instant> ended(CaseId id) {
        return origins.ended(id);
    }

    private void move(
            CaseId id, Move move, String actor, @Nullable String reason, Map<String, ?> detail, Consumer<Case> change) {
        var moving = moves.take(id).orElseThrow(() -> CaseNotFound.of(id));
        Stage from = moving.stage;
        moving.move(move, clock.instant());
        change.accept(moving);
        keepTime(moving, from, move, actor);
        keep(moving, move, actor, reason, detail);
    }

    private void keepTime(Case it, @Nullable Stage from, Move move, String actor) {
        if (from != it.stage) {
            it.keepTime(time.passed(new Timekeeper.Passage(
                    new CaseId(it.id),
                    it.district,
                    move,
                    from,
                    it.stage,
                    it.movedAt,
                    actor,
                    it.serviceCode,
                    it.limit(),
                    it.unit)));
        }
    }

    private void keep(Case moved, Move move, String actor, @Nullable String reason, Map<String, ?> detail) {
        CaseId id = new CaseId(moved.id);
        Entry entry = new Entry(move, actor, moved.stage, moved.movedAt, held(id, move, actor, reason), detail);
        moves.write(moved, entry.with("inPlaceOf", StandingIn.lender().orElse(null)));
        events.publishEvent(new CaseMoved(id, move, moved.stage, moved.movedAt));
    }

    /** What people say is masked, whoever they are; what machines say is a rule's name. */
    private @Nullable String held(CaseId id, Move move, String actor, @Nullable String reason) {
        return MACHINES.contains(actor) ? reason : texts.hold(id, move.name(), actor, reason, clock.instant());
    }
}
