package org.gridcase.past;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timekeeper.Due;
import org.gridcase.casework.Timekeeper.Passage;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.Limit;
import org.gridcase.clock.CaseTimes;
import org.gridcase.intake.Report;
import org.gridcase.policy.Precedent;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** The whole life of a case: what it is in the end, and everything that happened on the way. */
final class Tale {

    /** A line of the timeline. */
    record Step(
            Instant at,
            String actor,
            Move move,
            Stage stage,
            @Nullable String reason,
            String detail) {}

    /** A decision of policy, and what a person made of it. */
    record Made(
            UUID id,
            Precedent<?> precedent,
            Instant at,
            @Nullable Override overridden) {}

    /** @param to as JSON */
    record Override(String by, String to, String reason, Instant at) {}

    /** A class that the machine proposed. */
    record Proposed(String serviceCode, double confidence) {}

    final CaseId id;
    final String number;
    final Channel channel;
    final Spot spot;
    final Instant reportedAt;
    final int release;
    final CaseTimes times;
    final List<Step> steps = new ArrayList<>(14);
    final List<Made> decisions = new ArrayList<>(4);
    final List<Proposed> proposals = new ArrayList<>(3);
    final Dice dice;

    String description = "";
    Report.Contact contact = Report.Contact.NONE;
    Stage stage = Stage.REPORTED;
    Instant movedAt;
    int returns;
    int reworks;
    int reopened;
    boolean late;

    @Nullable
    String serviceCode;

    @Nullable
    Long catalogueVersion;

    @Nullable
    Boolean minor;

    @Nullable
    Boolean checkMinor;

    @Nullable
    String proposedRow;

    @Nullable
    Double proposedFactor;

    @Nullable
    String proposedUnit;

    @Nullable
    FilingRow filingRow;

    @Nullable
    Integer filingVersion;

    @Nullable
    Limit limit;

    @Nullable
    String unit;

    @Nullable
    Instant filedAt;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant yellowAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Integer satisfaction;

    @Nullable
    Tale joinedTo;

    Tale(
            CaseId id,
            String number,
            Channel channel,
            Spot spot,
            Instant reportedAt,
            int release,
            CaseTimes times,
            Dice dice) {
        this.id = id;
        this.number = number;
        this.channel = channel;
        this.spot = spot;
        this.reportedAt = reportedAt;
        this.movedAt = reportedAt;
        this.release = release;
        this.times = times;
        this.dice = dice;
    }

    void step(Move move, Stage to, Instant at, String actor, @Nullable String reason, String detail) {
        Stage from = stage;
        stage = to;
        movedAt = at;
        if (from != to || steps.isEmpty()) {
            keep(times.passed(new Passage(
                    id,
                    spot.at().district(),
                    move,
                    steps.isEmpty() ? null : from,
                    to,
                    at,
                    actor,
                    serviceCode,
                    limit,
                    unit)));
        }
        steps.add(new Step(at, actor, move, to, reason, detail));
    }

    /** What moves no clock and no stage. */
    void note(Move move, Instant at, String actor, @Nullable String reason, String detail) {
        steps.add(new Step(at, actor, move, stage, reason, detail));
    }

    /** Something that somebody else's case brought, in between. */
    void noteBetween(Move move, Instant at, String actor, @Nullable String reason, String detail) {
        int place = steps.size();
        while (place > 1 && steps.get(place - 1).at().isAfter(at)) {
            place--;
        }
        steps.add(place, new Step(at, actor, move, steps.get(place - 1).stage(), reason, detail));
    }

    void keep(Due due) {
        yellowAt = due.yellowAt();
        dueAt = due.dueAt();
        late = due.late();
    }

    void decided(Precedent<?> precedent, Instant at) {
        decisions.add(new Made(uuid(at), precedent, at, null));
    }

    /** Of the latest such decision. */
    void override(String by, String to, String reason, Instant at) {
        Made made = decisions.remove(decisions.size() - 1);
        decisions.add(new Made(made.id(), made.precedent(), made.at(), new Override(by, to, reason, at)));
    }

    /** Policy's factor holds for the row that policy proposed. */
    Limit limitUnder(FilingRow row) {
        Limit plain = row.limit();
        if (proposedFactor == null || !row.code().equals(proposedRow)) {
            return plain;
        }
        return plain.times(proposedFactor);
    }

    /** Ordered by time like every other, and the same for the same seed. */
    UUID uuid(Instant at) {
        return uuid(dice, at);
    }

    static UUID uuid(Dice dice, Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (dice.bits() & 0x0FFFL);
        long low = 0x8000_0000_0000_0000L | (dice.bits() & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(high, low);
    }

    /** Whether nobody had anything left to do by then. */
    boolean overBy(Instant end) {
        Instant last = steps.get(steps.size() - 1).at();
        return stage.ended() && last.isBefore(end) && (joinedTo == null || joinedTo.overBy(end));
    }

    static Duration minutes(double minutes) {
        return Duration.ofMillis((long) (minutes * 60_000));
    }
}
