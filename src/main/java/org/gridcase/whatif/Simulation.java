package org.gridcase.whatif;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.gridcase.workflow.FlowModel;
import org.gridcase.workflow.FlowModel.Alarm;
import org.gridcase.workflow.FlowModel.Node;
import org.gridcase.workflow.FlowModel.Way;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals walked through a flow, event after event: each person's task waits for somebody at its desk, takes as long as
 * such tasks took, and comes out as they came out.
 */
final class Simulation {
    static final String HANDLE = "handleCase";
    static final String ON_SPOT = "handleOnSpot";
    private static final int MOST_NODES = 400;
    private static final int TELL = 4_096;
    /** What is still open that long after the last arrival stays open. */
    private static final long AFTERWARDS = 60L * 24 * Hours.HOUR;

    private final FlowModel flow;
    private final Habits habits;
    private final Map<String, Assumed> assumed;
    private final Counting counting;
    private final long spotLimit;
    private final long seed;
    private final Figures figures;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Map<Desk, Queue> queues = new HashMap<>();
    private final Set<String> guessed = new TreeSet<>();
    private final Set<String> neverComes = new TreeSet<>();
    private long order;
    private long now;

    /** @param spotLimit how long a minor event may take, in milliseconds */
    Simulation(
            FlowModel flow,
            Habits habits,
            Map<String, Assumed> assumed,
            Counting counting,
            long spotLimit,
            long seed,
            Figures figures) {
        this.flow = flow;
        this.habits = habits;
        this.assumed = assumed;
        this.counting = counting;
        this.spotLimit = spotLimit;
        this.seed = seed;
        this.figures = figures;
    }

    private record Event(long at, long order, Runnable act) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** Gateways whose facts nobody recorded: one of their ways was drawn. */
    Set<String> guessed() {
        return guessed;
    }

    /** Events that were waited for in vain. */
    Set<String> neverComes() {
        return neverComes;
    }

    /** @param arrivals in the order in which they came, each with its fate under the policy whose flow it is */
    void run(List<Arrival> arrivals, List<Fate> fates, Progress progress) {
        int next = 0;
        long last = arrivals.isEmpty() ? 0 : arrivals.get(arrivals.size() - 1).at() + AFTERWARDS;
        for (long done = 0; next < arrivals.size() || !events.isEmpty(); done++) {
            if (done % TELL == 0) {
                progress.at((double) next / Math.max(1, arrivals.size()));
            }
            Event first = events.peek();
            if (next < arrivals.size() && (first == null || arrivals.get(next).at() <= first.at())) {
                now = arrivals.get(next).at();
                go(new Walk(next, arrivals.get(next), fates.get(next)), flow.start());
                next++;
            } else {
                Event event = events.remove();
                if (event.at() > last) {
                    return;
                }
                now = event.at();
                event.act().run();
            }
        }
        progress.at(1);
    }

    /** One case on its way. */
    private final class Walk {
        final int index;
        final Arrival arrival;
        final Fate fate;
        final Map<String, Object> facts = new HashMap<>();
        final Map<String, Integer> turns = new HashMap<>();
        final Map<String, Integer> joined = new HashMap<>();
        int nodes;
        long handled;
        long spot;
        boolean over;

        Walk(int index, Arrival arrival, Fate fate) {
            this.index = index;
            this.arrival = arrival;
            this.fate = fate;
            facts.put("reopened", false);
            facts.put("district", arrival.district());
            facts.put("street", arrival.street());
            facts.put("grid", arrival.grid());
            if (fate.unit() != null) {
                facts.put("unit", fate.unit());
            }
            if (arrival.counts()) {
                figures.arrived();
            }
        }

        int turn(String node) {
            return turns.merge(node, 1, Integer::sum);
        }

        double chance(String what, int turn) {
            return Chance.share(seed, index, what, turn);
        }
    }

    /** Somebody's task: from when the case came to it until it leaves. */
    private final class Stay {
        final Walk walk;
        final Node node;
        final int turn;
        final long came = now;
        final long work;
        final @Nullable Queue queue;
        long began;
        boolean begun;
        boolean done;

        Stay(Walk walk, Node node, int turn, long work, @Nullable Queue queue) {
            this.walk = walk;
            this.node = node;
            this.turn = turn;
            this.work = work;
            this.queue = queue;
        }
    }

    /** A desk: who waits there, and how many are being worked on. */
    private final class Queue {
        final Desk desk;
        final Deque<Stay> waiting = new ArrayDeque<>();
        int busy;
        boolean woken;

        Queue(Desk desk) {
            this.desk = desk;
        }

        void serve() {
            int seats = habits.seats(desk, Hours.of(now, counting.zone()));
            while (!waiting.isEmpty() && (busy < seats || waiting.peek().done)) {
                Stay stay = waiting.remove();
                if (!stay.done) {
                    busy++;
                    begin(stay, now + stay.work);
                }
            }
            if (!waiting.isEmpty() && !woken) {
                woken = true;
                at(Hours.next(now), () -> {
                    woken = false;
                    serve();
                });
            }
        }
    }

    private void at(long time, Runnable act) {
        events.add(new Event(time, order++, act));
    }

    private void go(Walk walk, String first) {
        Deque<String> todo = new ArrayDeque<>();
        todo.add(first);
        while (!todo.isEmpty() && !walk.over) {
            Node node = flow.node(todo.remove());
            if (++walk.nodes > MOST_NODES) {
                walk.over = true;
                if (walk.arrival.counts()) {
                    figures.lost();
                }
                return;
            }
            switch (node.kind()) {
                case PERSON -> come(walk, node);
                case STEP -> {
                    step(walk, String.valueOf(node.step()));
                    onward(node, todo);
                }
                case PASSED, CALLED -> onward(node, todo);
                case INNER -> {
                    String inner = node.inner();
                    if (inner == null) {
                        onward(node, todo);
                    } else {
                        todo.add(inner);
                    }
                }
                case EXCLUSIVE -> todo.add(choose(walk, node));
                case INCLUSIVE -> todo.addAll(all(walk, node));
                case PARALLEL -> {
                    if (walk.joined.merge(node.id(), 1, Integer::sum) >= node.incoming()) {
                        walk.joined.remove(node.id());
                        onward(node, todo);
                    }
                }
                case FIRST_EVENT -> firstEvent(walk, node);
                case TIMER -> later(walk, node);
                case MESSAGE -> neverComes.add(node.name());
                case TERMINATE -> walk.over = true;
                case END -> {
                    if (node.within() != null) {
                        onward(flow.node(node.within()), todo);
                    }
                }
            }
        }
    }

    private static void onward(Node node, Deque<String> todo) {
        node.ways().forEach(way -> todo.add(way.to()));
    }

    private void later(Walk walk, Node timer) {
        long wait = timer.pause() == null ? 0 : timer.pause().toMillis();
        at(now + wait, () -> timer.ways().forEach(way -> go(walk, way.to())));
    }

    /** People may answer; as nobody knows when, the first timer is waited for. */
    private void firstEvent(Walk walk, Node gateway) {
        Node first = null;
        for (Way way : gateway.ways()) {
            Node event = flow.node(way.to());
            if (event.pause() != null
                    && (first == null || first.pause() == null || event.pause().compareTo(first.pause()) < 0)) {
                first = event;
            }
        }
        if (first == null) {
            neverComes.add(gateway.name());
        } else {
            later(walk, first);
        }
    }

    /** What an automatic step tells the flow; it takes no time. */
    private void step(Walk walk, String bean) {
        switch (bean) {
            case "classify" -> walk.facts.put("classified", walk.fate.classified());
            case "assessMinor" -> walk.facts.put("minor", walk.fate.minor());
            case "closeCase" -> {
                if (walk.arrival.counts()) {
                    String limit = walk.fate.limitKey();
                    boolean timed = walk.handled > 0 || walk.spot > 0;
                    boolean late = walk.handled > 0 && walk.handled > counting.budget(walk.arrival.district(), limit)
                            || walk.spot > spotLimit;
                    figures.closed(walk.arrival.at(), now, timed, late);
                }
            }
            default -> {}
        }
    }

    private String choose(Walk walk, Node gateway) {
        Way otherwise = null;
        int unknown = 0;
        for (Way way : gateway.ways()) {
            if (way.otherwise()) {
                otherwise = way;
                continue;
            }
            Boolean holds =
                    way.condition() == null ? Boolean.TRUE : way.condition().holds(walk.facts);
            if (Boolean.TRUE.equals(holds)) {
                return way.to();
            }
            unknown += holds == null ? 1 : 0;
        }
        if (otherwise != null && unknown == 0) {
            return otherwise.to();
        }
        guessed.add(gateway.name());
        int draw = (int) (walk.chance(gateway.id(), walk.turn(gateway.id()))
                * gateway.ways().size());
        return gateway.ways().get(draw).to();
    }

    private List<String> all(Walk walk, Node gateway) {
        if (gateway.ways().size() == 1) {
            return List.of(gateway.ways().get(0).to());
        }
        List<String> taken = gateway.ways().stream()
                .filter(way -> !way.otherwise())
                .filter(way -> way.condition() == null
                        || Boolean.TRUE.equals(way.condition().holds(walk.facts)))
                .map(Way::to)
                .toList();
        return taken.isEmpty() ? List.of(choose(walk, gateway)) : taken;
    }

    private void come(Walk walk, Node node) {
        int turn = walk.turn(node.id());
        Habit habit = habits.step(node.id()).orElse(null);
        Assumed other = assumed.getOrDefault(node.id(), Assumed.USUAL);
        String role = habit != null || other.role().isEmpty() ? node.role().orElse("") : other.role();
        String place = Learning.place(node.placeVariable(), walk.arrival, walk.fate.unit());
        boolean handles = node.id().equals(HANDLE);
        String unit = walk.fate.unit();
        if (handles && unit != null && walk.arrival.counts()) {
            figures.given(unit, now);
        }
        if (habit != null && habit.sideBySide()) {
            String limit = handles ? walk.fate.limitKey() : "";
            String district = walk.arrival.district();
            long time = habit.time(walk.chance(node.id(), turn), Learning.key(district, limit, counting.night(now)));
            var stay = new Stay(walk, node, turn, time, null);
            alarms(stay);
            begin(stay, counting.after(district, limit, now, time));
            return;
        }
        long time = habit == null
                ? other.minutes() * 60_000L
                : habit.time(walk.chance(node.id(), turn), walk.arrival.district());
        Queue queue = queues.computeIfAbsent(new Desk(role, place), Queue::new);
        var stay = new Stay(walk, node, turn, time, queue);
        alarms(stay);
        queue.waiting.add(stay);
        queue.serve();
    }

    private void begin(Stay stay, long end) {
        stay.began = now;
        stay.begun = true;
        at(end, () -> finish(stay));
    }

    private void alarms(Stay stay) {
        for (Alarm alarm : stay.node.alarms()) {
            at(now + alarm.after().toMillis(), () -> {
                if (!stay.done && !stay.walk.over) {
                    if (alarm.interrupts()) {
                        leave(stay);
                    }
                    go(stay.walk, alarm.to());
                }
            });
        }
    }

    private void finish(Stay stay) {
        if (stay.done) {
            return;
        }
        Walk walk = stay.walk;
        leave(stay);
        if (walk.over) {
            return;
        }
        String step = stay.node.id();
        if (step.equals(HANDLE)) {
            walk.handled +=
                    Math.max(1, counting.between(walk.arrival.district(), walk.fate.limitKey(), stay.came, now));
        } else if (step.equals(ON_SPOT)) {
            walk.spot += Math.max(1, now - stay.came);
        }
        habits.step(step)
                .ifPresentOrElse(
                        habit -> {
                            String outcome = habit.outcome(walk.chance(step + " outcome", stay.turn), stay.turn > 1);
                            walk.facts.put("outcome", Outcomes.of(step, outcome, walk.fate.check()));
                        },
                        () -> walk.facts.remove("outcome"));
        stay.node.ways().forEach(way -> go(walk, way.to()));
    }

    private void leave(Stay stay) {
        stay.done = true;
        if (stay.walk.arrival.counts()) {
            figures.visited(stay.node.id(), stay.came, now, (stay.begun ? stay.began : now) - stay.came);
        }
        if (stay.queue != null && stay.begun) {
            stay.queue.busy--;
            stay.queue.serve();
        }
    }
}
