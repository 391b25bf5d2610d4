package org.gridcase.whatif;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.gridcase.calendar.Calendars;
import org.gridcase.calendar.WorkingCalendar;
import org.gridcase.policy.Rulebooks.Book;
import org.gridcase.workflow.FlowModel;
import org.gridcase.workflow.FlowModel.Kind;
import org.gridcase.workflow.FlowModel.Node;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One trial: reads a past, learns from the days before it, and walks its arrivals through the model in force and through
 * the draft's.
 */
@Component
class Study {
    static final String PROCESS = "case-handling";
    static final int MOST_CASES = 400_000;
    /** Fewer cases before the time looked at teach nothing, and it is learnt from that time itself. */
    private static final int ENOUGH = 200;

    /** Arrivals of these days before fill the desks, so that they are not empty on the first day. */
    private static final int FILLING_DAYS = 7;

    private final PastCases cases;
    private final Fates fates;
    private final Calendars calendars;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    Study(PastCases cases, Fates fates, Calendars calendars, JdbcClient jdbc, ZoneId zone) {
        this.cases = cases;
        this.fates = fates;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** @throws WhatIfRefused if there are no such cases, or too many */
    void look(Wanted wanted) {
        long many = cases.cases(learntFrom(wanted), at(wanted.until()), wanted.district());
        if (many > MOST_CASES) {
            throw WhatIfRefused.tooMany(many, MOST_CASES);
        }
        if (cases.cases(from(wanted), at(wanted.until()), wanted.district()) == 0) {
            throw WhatIfRefused.noCases();
        }
    }

    private long from(Wanted wanted) {
        return at(wanted.until().minusDays(wanted.days()));
    }

    private long learntFrom(Wanted wanted) {
        return at(wanted.until().minusDays(wanted.days()).minusDays(Math.max(FILLING_DAYS, wanted.days())));
    }

    /** Of what {@link #look} has passed. */
    Result of(Wanted wanted, Book inForce, Book draft, Progress progress) {
        long from = from(wanted);
        long until = at(wanted.until());
        long before = learntFrom(wanted);
        FlowModel flow = FlowModel.read(inForce.flow(), PROCESS);
        FlowModel other = FlowModel.read(draft.flow(), PROCESS);
        var counting = new Counting(calendar(), zone);
        History history = cases.between(before, from, until, wanted.district(), part(progress, 0, 0.4));

        var learning = new Learning(flow, counting);
        List<Visit> earlier = history.visits().stream()
                .filter(visit -> visit.to() < from
                        && !history.arrivals().get(visit.arrival()).counts())
                .toList();
        boolean apart = history.arrivals().stream().filter(it -> !it.counts()).count() >= ENOUGH;
        List<Visit> learnt = apart ? earlier : history.visits();
        Habits habits = learning.from(history.arrivals(), learnt);

        long filling = from - FILLING_DAYS * 24L * Hours.HOUR;
        List<Arrival> arrivals =
                history.arrivals().stream().filter(it -> it.at() >= filling).toList();
        Side real = real(history, learning, habits, from, until);
        var was = simulate(flow, arrivals, inForce, wanted, habits, counting, from, until, part(progress, 0.4, 0.7));
        var is = simulate(other, arrivals, draft, wanted, habits, counting, from, until, part(progress, 0.7, 1));
        return new Result(
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(until),
                Instant.ofEpochMilli(before),
                Instant.ofEpochMilli(apart ? from : until),
                apart,
                learnt.size(),
                real,
                was.side(),
                is.side(),
                steps(flow, other, habits, wanted),
                notes(flow, other, habits, was, is));
    }

    /** Tasks of the draft that nothing was learnt of. */
    static List<Node> unknown(FlowModel flow, Set<String> known) {
        return flow.tasks().stream().filter(task -> !known.contains(task.id())).toList();
    }

    private long at(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private Function<String, WorkingCalendar> calendar() {
        Map<String, WorkingCalendar> known = new HashMap<>();
        return district -> known.computeIfAbsent(district, calendars::of);
    }

    private static Progress part(Progress whole, double from, double to) {
        return share -> whole.at(from + (to - from) * share);
    }

    private record Simulated(Side side, Set<String> guessed, Set<String> neverComes) {}

    private Simulated simulate(
            FlowModel flow,
            List<Arrival> arrivals,
            Book book,
            Wanted wanted,
            Habits habits,
            Counting counting,
            long from,
            long until,
            Progress progress) {
        List<Fate> fate = fates.of(arrivals, book, part(progress, 0, 0.6));
        var figures = new Figures(from, until);
        var simulation = new Simulation(flow, habits, wanted.assumed(), counting, spotLimit(), wanted.seed(), figures);
        simulation.run(arrivals, fate, part(progress, 0.6, 1));
        return new Simulated(figures.side(), simulation.guessed(), simulation.neverComes());
    }

    private long spotLimit() {
        return 60_000L
                * jdbc.sql("select minutes from stage_limit where clock = 'ON_SPOT' and district = ''")
                        .query(Integer.class)
                        .optional()
                        .orElse(240);
    }

    private static Side real(History history, Learning learning, Habits habits, long from, long until) {
        var figures = new Figures(from, until);
        List<Visit> visits = history.visits().stream()
                .filter(visit -> habits.steps().contains(visit.step()))
                .toList();
        var splits = learning.splits(visits, habits);
        history.arrivals().stream().filter(Arrival::counts).forEach(any -> figures.arrived());
        for (Visit visit : visits) {
            if (history.arrivals().get(visit.arrival()).counts()) {
                boolean side = habits.step(visit.step()).map(Habit::sideBySide).orElse(false);
                var split = splits.get(visit);
                figures.visited(visit.step(), visit.from(), visit.to(), side || split == null ? 0 : split.idle());
                if (visit.step().equals(Simulation.HANDLE) && visit.unit() != null) {
                    figures.given(visit.unit(), visit.from());
                }
            }
        }
        history.endings().forEach((index, ending) -> {
            Arrival arrival = history.arrivals().get(index);
            if (arrival.counts()) {
                figures.closed(arrival.at(), ending.closed(), ending.limited(), ending.late());
            }
        });
        return figures.side();
    }

    private static List<Result.Step> steps(FlowModel flow, FlowModel other, Habits habits, Wanted wanted) {
        Map<String, Node> all = new LinkedHashMap<>();
        other.tasks().forEach(task -> all.put(task.id(), task));
        Set<String> now = Set.copyOf(all.keySet());
        Set<String> then = new HashSet<>();
        for (Node task : flow.tasks()) {
            then.add(task.id());
            all.putIfAbsent(task.id(), task);
        }
        List<Result.Step> steps = new ArrayList<>();
        all.values().forEach(task -> {
            var habit = habits.step(task.id());
            Assumed assumed = wanted.assumed().getOrDefault(task.id(), Assumed.USUAL);
            steps.add(new Result.Step(
                    task.id(),
                    task.name(),
                    habit.isEmpty() && !assumed.role().isEmpty()
                            ? assumed.role()
                            : task.role().orElse(""),
                    then.contains(task.id()),
                    now.contains(task.id()),
                    habit.map(Habit::sideBySide).orElse(false),
                    habit.map(Habit::visits).orElse(0),
                    habit.isPresent() ? 0 : assumed.minutes()));
        });
        return steps;
    }

    private static List<Result.Note> notes(
            FlowModel flow, FlowModel other, Habits habits, Simulated was, Simulated is) {
        List<Result.Note> notes = new ArrayList<>();
        var side = new TreeSet<String>();
        var row = new TreeSet<String>();
        other.tasks().forEach(task -> habits.step(task.id())
                .ifPresent(habit -> (habit.sideBySide() ? side : row).add(task.name())));
        if (!side.isEmpty()) {
            notes.add(new Result.Note("whatif.note.sideBySide", List.of(String.join("、", side))));
        }
        if (!row.isEmpty()) {
            notes.add(new Result.Note(
                    "whatif.note.inTurn", List.of(String.join("、", row), String.valueOf(habits.desks()))));
        }
        var guessed = new TreeSet<>(was.guessed());
        guessed.addAll(is.guessed());
        if (!guessed.isEmpty()) {
            notes.add(new Result.Note("whatif.note.guessed", List.of(String.join("、", guessed))));
        }
        var vain = new TreeSet<>(was.neverComes());
        vain.addAll(is.neverComes());
        if (!vain.isEmpty()) {
            notes.add(new Result.Note("whatif.note.vain", List.of(String.join("、", vain))));
        }
        var called = new TreeSet<String>();
        for (FlowModel one : List.of(flow, other)) {
            one.nodes().stream().filter(node -> node.kind() == Kind.CALLED).forEach(node -> called.add(node.name()));
        }
        if (!called.isEmpty()) {
            notes.add(new Result.Note("whatif.note.called", List.of(String.join("、", called))));
        }
        return notes;
    }
}
