package org.gridcase.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridcase.policy.guard.Finding;
import org.gridcase.workflow.FlowModel;
import org.gridcase.workflow.FlowModel.Kind;
import org.gridcase.workflow.FlowModel.Node;
import org.gridcase.workflow.FlowModel.Way;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Walks the flow of cases every way that a case could go, so that nobody publishes one in which cases stick. A flow that
 * goes several ways at once is not looked at: what happens on one of them may be what another waits for.
 */
@Component
class FlowTrial {
    static final String PATH = "processes/case-handling/case-handling.bpmn";
    static final String PROCESS = "case-handling";
    /** Of places, stages and facts together; far more than any flow that the guard lets pass comes to. */
    private static final int MOST = 50_000;

    private static final int MOST_FINDINGS = 20;

    private final ObjectProvider<CaseStages> told;

    /** @param stages of the module that owns them; a program without it has no cases that could stick */
    FlowTrial(ObjectProvider<CaseStages> stages) {
        this.told = stages;
    }

    /** @param files that the guard found nothing in */
    List<Finding> findings(Map<String, Artifact> files) {
        Artifact model = files.get(PATH);
        CaseStages stages = told.getIfAvailable();
        if (model == null || stages == null) {
            return List.of();
        }
        FlowModel flow;
        try {
            flow = FlowModel.read(model.content(), PROCESS);
        } catch (IllegalArgumentException none) {
            return List.of(Finding.of(PATH, "", "policy.flow.none", PROCESS));
        }
        return flow.nodes().stream().anyMatch(FlowTrial::divides) ? List.of() : new Walk(flow, stages).findings();
    }

    private static boolean divides(Node node) {
        return node.kind() != Kind.EXCLUSIVE
                && node.kind() != Kind.FIRST_EVENT
                && node.ways().size() > 1;
    }

    /** A case that has come somewhere, as far as the flow can tell it from others. */
    private record Place(String node, String stage, Map<String, Object> facts) {}

    private static final class Walk {
        private final FlowModel flow;
        private final CaseStages stages;
        /** Each with the name of the last step before it. */
        private final Map<Place, String> met = new HashMap<>();

        private final Deque<Place> todo = new ArrayDeque<>();
        private final Map<String, Finding> found = new LinkedHashMap<>();

        Walk(FlowModel flow, CaseStages stages) {
            this.flow = flow;
            this.stages = stages;
        }

        List<Finding> findings() {
            String first = flow.node(flow.start()).name();
            stages.beginnings().forEach(turn -> go(flow.start(), turn, Map.of(), first));
            while (!todo.isEmpty() && met.size() < MOST && found.size() < MOST_FINDINGS) {
                Place place = todo.remove();
                visit(place, flow.node(place.node()), met.getOrDefault(place, first));
            }
            return List.copyOf(found.values());
        }

        private void visit(Place place, Node node, String after) {
            switch (node.kind()) {
                case PERSON, STEP -> act(place, node, after);
                case EXCLUSIVE -> choose(place, node, after);
                case INNER -> {
                    if (node.inner() == null) {
                        onward(place, node, after);
                    } else {
                        go(node.inner(), place, after);
                    }
                }
                case END, TERMINATE -> {
                    if (node.kind() == Kind.END && node.within() != null) {
                        onward(place, flow.node(node.within()), after);
                    } else if (!stages.ended(place.stage())) {
                        find(node, "policy.flow.unfinished", after, node.name());
                    }
                }
                default -> onward(place, node, after);
            }
        }

        private void act(Place place, Node node, String after) {
            String step = node.kind() == Kind.STEP ? String.valueOf(node.step()) : node.id();
            for (CaseStages.Turn turn : stages.turns(step, place.stage())) {
                if (turn.stage() == null) {
                    find(node, "policy.flow.stuck", after, node.name());
                } else {
                    node.ways().forEach(way -> go(way.to(), turn, place.facts(), node.name()));
                }
            }
            node.alarms().stream()
                    .filter(FlowModel.Alarm::interrupts)
                    .forEach(alarm -> go(alarm.to(), place, node.name()));
        }

        /** Where nobody knows whether a condition holds, both are possible. */
        private void choose(Place place, Node gateway, String after) {
            Set<String> possible = new HashSet<>();
            boolean certain = false;
            for (Way way : gateway.ways()) {
                if (!way.otherwise() && !certain) {
                    Boolean holds = way.condition() == null
                            ? Boolean.TRUE
                            : way.condition().holds(place.facts());
                    certain = Boolean.TRUE.equals(holds);
                    if (!Boolean.FALSE.equals(holds)) {
                        possible.add(way.to());
                    }
                }
            }
            if (!certain) {
                gateway.ways().stream().filter(Way::otherwise).map(Way::to).forEach(possible::add);
            }
            if (possible.isEmpty() && !gateway.ways().isEmpty()) {
                find(gateway, "policy.flow.noWay", after, gateway.name());
            }
            possible.forEach(to -> go(to, place, after));
        }

        private void onward(Place place, Node node, String after) {
            node.ways().forEach(way -> go(way.to(), place, after));
        }

        private void go(String to, Place from, String after) {
            add(new Place(to, from.stage(), from.facts()), after);
        }

        private void go(String to, CaseStages.Turn turn, Map<String, Object> known, String after) {
            Map<String, Object> facts = new HashMap<>(known);
            facts.putAll(turn.facts());
            add(new Place(to, String.valueOf(turn.stage()), Map.copyOf(facts)), after);
        }

        private void add(Place place, String after) {
            if (met.putIfAbsent(place, after) == null) {
                todo.add(place);
            }
        }

        private void find(Node node, String key, String after, String here) {
            found.putIfAbsent(node.id() + key, Finding.of(PATH, node.id(), key, after, here));
        }
    }
}
