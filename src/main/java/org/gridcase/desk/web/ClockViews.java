package org.gridcase.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.casework.Move;
import org.gridcase.clock.ClockState;
import org.gridcase.clock.ClockState.State;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.Lamp;
import org.gridcase.clock.LedgerLine;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;

/** A case's clocks with their ledgers. */
@Component
class ClockViews {
    private static final Set<String> MOVES =
            Stream.of(Move.values()).map(Move::name).collect(Collectors.toUnmodifiableSet());

    private final Clocks clocks;
    private final Times times;
    private final Clock clock;

    ClockViews(Clocks clocks, Times times, Clock clock) {
        this.clocks = clocks;
        this.times = times;
        this.clock = clock;
    }

    List<ClockView> of(CaseId id, Names names) {
        List<LedgerLine> ledger = clocks.ledger(id);
        return clocks.of(id).stream().map(it -> view(it, ledger, names)).toList();
    }

    private ClockView view(ClockState it, List<LedgerLine> ledger, Names names) {
        boolean over = it.state() == State.STOPPED;
        boolean overdrawn = it.left().isNegative();
        return new ClockView(
                names.say("clock.kind." + it.clock()),
                names.ofUnit(it.unit()),
                names.say("desk.clock.state." + (it.suspended() ? "SUSPENDED" : it.state())),
                lamp(it),
                percent(it),
                names.say("desk.clock.used", spell(it.consumed(), names), spell(it.budget(), names)),
                over
                        ? null
                        : names.say(
                                overdrawn ? "desk.clock.over" : "desk.clock.left",
                                spell(it.left().abs(), names)),
                it.state() == State.RUNNING ? times.minuteIfAny(it.dueAt()) : null,
                it.exempt(),
                ledger.stream()
                        .filter(line -> line.clock() == it.clock())
                        .map(line -> line(line, names))
                        .toList());
    }

    private Lamp lamp(ClockState it) {
        if (it.state() == State.RUNNING) {
            return Lamp.at(it.yellowAt(), it.dueAt(), clock.instant());
        }
        return it.late() ? Lamp.RED : it.state() == State.STOPPED ? Lamp.GREEN : Lamp.NONE;
    }

    private static int percent(ClockState it) {
        long whole = Math.max(1, it.budget().toMillis());
        return (int) Math.min(100, Math.max(0, it.consumed().toMillis() * 100 / whole));
    }

    private ClockView.Line line(LedgerLine line, Names names) {
        Duration amount = line.posting().amount();
        String why = line.why();
        boolean move = why != null && MOVES.contains(why);
        return new ClockView.Line(
                names.say("desk.clock.posting." + line.posting().kind()),
                times.minute(line.posting().at()),
                names.ofActor(line.actor()),
                amount.isZero() ? null : spell(amount, names),
                move ? names.say("casework.move." + why) : why);
    }

    /** Hours are counted on past 24, for a working day is none of 24 hours. */
    static String spell(Duration time, Names names) {
        long minutes = time.toMinutes();
        return minutes < 60
                ? names.say("desk.clock.minutes", minutes)
                : minutes % 60 == 0
                        ? names.say("desk.clock.hours", minutes / 60)
                        : names.say("desk.clock.hoursMinutes", minutes / 60, minutes % 60);
    }

    /** What of them makes the page another than it was. */
    static Object mark(List<ClockView> views) {
        return views.stream()
                .map(view -> List.of(
                        view.name(), view.state(), view.lamp(), view.lines().size()))
                .toList();
    }
}
