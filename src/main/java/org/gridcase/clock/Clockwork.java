package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.casework.Move;
import org.gridcase.casework.Timekeeper;
import org.gridcase.catalogue.Limit;
import org.gridcase.clock.ClockRows.Line;
import org.gridcase.clock.ClockRows.Post;
import org.gridcase.clock.ClockState.State;
import org.gridcase.clock.StageLimits.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts, pauses and stops a case's clocks as it goes from stage to stage. */
@Component
class Clockwork implements Timekeeper {
    private final StageLimits limits;
    private final ClockRows rows;
    private final Calendars calendars;
    private final YellowShare yellow;

    Clockwork(StageLimits limits, ClockRows rows, Calendars calendars, ObjectProvider<YellowShare> yellow) {
        this.limits = limits;
        this.rows = rows;
        this.calendars = calendars;
        this.yellow = yellow.getIfAvailable(() -> (passage, share) -> share);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Due passed(Passage passage) {
        var turned = turn(passage, limits.of(passage.id(), passage.district(), passage.serviceCode()));
        if (!turned.posts().isEmpty()) {
            rows.post(turned.posts());
        }
        return turned.due();
    }

    /** What a passage does to the clocks in these slots; nothing is read or written. */
    Turned turn(Passage passage, Map<Kind, Slot> slots) {
        var turn = new Turn(passage, slots);
        turn.leave();
        turn.enter();
        return new Turned(turn.posts, turn.due());
    }

    /** What a passage has to be remembered by, and what is due after it. */
    record Turned(List<Post> posts, Due due) {}

    /** One passage. */
    private final class Turn {
        private final Passage passage;
        private final Instant at;
        private final Map<Kind, Slot> slots;
        private final List<Post> posts = new ArrayList<>();
        private final @Nullable Kind to;
        private @Nullable CaseClock present;

        Turn(Passage passage, Map<Kind, Slot> slots) {
            this.passage = passage;
            this.at = Clocks.fine(passage.at());
            this.slots = slots;
            this.to = Kind.of(passage.to());
        }

        void leave() {
            Kind from = passage.from() == null ? null : Kind.of(passage.from());
            if (passage.to().ended()) {
                slots.keySet().forEach(this::stop);
            } else if (from != null && from != to) {
                if (waits(from)) {
                    pause(from);
                } else {
                    stop(from);
                }
            }
            if (passage.move() == Move.FILE) {
                // filed again, maybe under another row: what a unit had left is no longer its
                stop(Kind.HANDLING);
            }
        }

        /** Whether it may go on with what is left: acceptance after a look on site, whoever handles after a check. */
        private boolean waits(Kind from) {
            return switch (from) {
                case ACCEPT -> to == Kind.CONFIRM;
                case HANDLING, ON_SPOT -> to == Kind.DISPATCH || to == Kind.CHECK;
                case CONFIRM, DISPATCH, CHECK -> false;
            };
        }

        void enter() {
            if (to == null) {
                return;
            }
            CaseClock known = clock(to);
            if (known != null && known.runs()) {
                present = known;
            } else if (known != null && known.state == State.PAUSED && isTheirs(known)) {
                resume(known);
            } else {
                start(to);
            }
        }

        private boolean isTheirs(CaseClock known) {
            return known.kind != Kind.HANDLING || Objects.equals(known.unit, passage.unit());
        }

        private void start(Kind kind) {
            Slot slot = slots.get(kind);
            if (slot == null) {
                return;
            }
            WorkingCalendar calendar = calendars.of(passage.district());
            Duration amount = slot.amount();
            Counted counted = slot.counted();
            Limit limit = passage.limit();
            if (amount == null && limit != null) {
                amount = Counted.amount(limit, calendar);
                counted = slot.noisy() ? Counted.of(limit).ifNoisy(limit) : Counted.of(limit);
            }
            if (amount != null) {
                var it = slot.clock() == null ? new CaseClock(passage.id(), kind, passage.district()) : slot.clock();
                it.counted = counted;
                it.yellowShare = kind == Kind.HANDLING ? yellow.of(passage, slot.yellowShare()) : slot.yellowShare();
                it.unit = kind == Kind.HANDLING ? passage.unit() : null;
                it.start(amount, counting(it), at);
                post(it, Posting.Kind.START, amount);
                present = it;
            }
        }

        private void resume(CaseClock it) {
            it.resume(counting(it), at);
            post(it, Posting.Kind.RESUME, null);
            present = it;
        }

        private void pause(Kind kind) {
            CaseClock it = clock(kind);
            if (it != null && (it.runs() || it.suspended)) {
                it.pause(counting(it), at);
                post(it, Posting.Kind.PAUSE, null);
            }
        }

        private void stop(Kind kind) {
            CaseClock it = clock(kind);
            if (it != null && it.state != State.STOPPED) {
                it.stop(counting(it), at);
                post(it, Posting.Kind.STOP, null);
            }
        }

        private @Nullable CaseClock clock(Kind kind) {
            Slot slot = slots.get(kind);
            return slot == null ? null : slot.clock();
        }

        private Counting counting(CaseClock it) {
            return it.counted.by(calendars, passage.district());
        }

        private void post(CaseClock it, Posting.Kind kind, @Nullable Duration amount) {
            it.calendar = calendars.version();
            posts.add(new Post(
                    it,
                    new Line(
                            kind.name(),
                            at,
                            amount,
                            passage.actor(),
                            passage.move().name())));
        }

        Due due() {
            CaseClock handling = clock(Kind.HANDLING);
            CaseClock onSpot = clock(Kind.ON_SPOT);
            boolean late = handling != null && handling.late || onSpot != null && onSpot.late;
            CaseClock told = present;
            if (passage.to().ended()) {
                told = handling != null ? handling : onSpot;
            } else if (told != null && !told.runs()) {
                told = null;
            }
            return told == null ? new Due(null, null, late) : new Due(told.yellowAt, told.dueAt, late);
        }
    }
}
