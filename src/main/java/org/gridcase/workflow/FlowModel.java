package org.gridcase.workflow;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A process model as something that can be walked outside of the engine: its nodes, and how one leads to the next. */
public final class FlowModel {
    private final String start;
    private final Map<String, Node> nodes;

    private FlowModel(String start, Map<String, Node> nodes) {
        this.start = start;
        this.nodes = nodes;
    }

    /** What a node is, as far as walking it goes. */
    public enum Kind {
        PASSED,
        PERSON,
        STEP,
        CALLED,
        /** The first way whose condition holds. */
        EXCLUSIVE,
        PARALLEL,
        /** Every way whose condition holds. */
        INCLUSIVE,
        /** The first event that comes. */
        FIRST_EVENT,
        TIMER,
        MESSAGE,
        INNER,
        END,
        TERMINATE
    }

    /**
     * @param group of a person's task, such as {@code filing-clerk@${district}}
     * @param step of an automatic one: the name of its bean
     * @param pause of a timer
     * @param within the sub-process that it stands in
     * @param inner of a sub-process: where it begins
     * @param incoming how many ways lead here
     */
    public record Node(
            String id,
            String name,
            Kind kind,
            @Nullable String group,
            @Nullable String step,
            @Nullable Duration pause,
            @Nullable String within,
            @Nullable String inner,
            int incoming,
            List<Way> ways,
            List<Alarm> alarms) {

        public Node {
            ways = List.copyOf(ways);
            alarms = List.copyOf(alarms);
        }

        /** The role in its group. */
        public Optional<String> role() {
            return Optional.ofNullable(group).map(it -> it.substring(0, Math.max(0, it.indexOf('@'))));
        }

        /** Which variable says where its group is; empty if it is a fixed place. */
        public String placeVariable() {
            String place = group == null ? "" : group.substring(group.indexOf('@') + 1);
            return place.startsWith("${") ? place.substring(2, place.length() - 1) : "";
        }
    }

    /** @param otherwise whether it is taken when no condition holds */
    public record Way(String id, String to, @Nullable FlowCondition condition, boolean otherwise) {}

    /** A timer on somebody's task: where it leads, and whether it takes the task away. */
    public record Alarm(Duration after, boolean interrupts, String to) {}

    public String start() {
        return start;
    }

    /** @throws IllegalArgumentException if there is no such node */
    public Node node(String id) {
        Node found = nodes.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no such node: " + id);
        }
        return found;
    }

    public Collection<Node> nodes() {
        return nodes.values();
    }

    /** The tasks of people that a case can come to. */
    public List<Node> tasks() {
        Set<String> reached = reached();
        return nodes.values().stream()
                .filter(it -> it.kind() == Kind.PERSON && reached.contains(it.id()))
                .toList();
    }

    private Set<String> reached() {
        Set<String> reached = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>(List.of(start));
        while (!todo.isEmpty()) {
            String id = todo.remove();
            if (reached.add(id)) {
                Node here = node(id);
                here.ways().forEach(way -> todo.add(way.to()));
                here.alarms().forEach(alarm -> todo.add(alarm.to()));
                if (here.inner() != null) {
                    todo.add(here.inner());
                }
            }
        }
        return reached;
    }

    /**
     * What begins by itself in between, such as an annulment at any time, is not part of it.
     *
     * @param bpmn went through the guard
     * @throws IllegalArgumentException if it holds no such process, or none that begins
     */
    public static FlowModel read(byte[] bpmn, String process) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        ModelElementInstance root = model.getModelElementById(process);
        if (root == null) {
            throw new IllegalArgumentException("no such process: " + process);
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        String start = read(root, null, nodes);
        if (start == null) {
            throw new IllegalArgumentException("it does not begin: " + process);
        }
        return new FlowModel(start, nodes);
    }

    private static @Nullable String read(ModelElementInstance scope, @Nullable String within, Map<String, Node> nodes) {
        String start = null;
        Collection<SequenceFlow> flows = scope.getChildElementsByType(SequenceFlow.class);
        for (FlowNode node : scope.getChildElementsByType(FlowNode.class)) {
            // an event sub-process has no way in
            if (node instanceof SubProcess sub && sub.triggeredByEvent()) {
                continue;
            }
            if (node instanceof StartEvent) {
                start = node.getId();
            }
            String inner = null;
            nodes.put(node.getId(), node(node, within, null, flows));
            if (node instanceof SubProcess sub) {
                inner = read(sub, node.getId(), nodes);
                nodes.put(node.getId(), node(node, within, inner, flows));
            }
        }
        return start;
    }

    private static Node node(
            FlowNode it, @Nullable String within, @Nullable String inner, Collection<SequenceFlow> flows) {
        String name = it.getName() == null || it.getName().isBlank() ? it.getId() : it.getName();
        return new Node(
                it.getId(),
                name,
                kind(it),
                it instanceof UserTask task ? first(task.getCamundaCandidateGroups()) : null,
                it instanceof ServiceTask task ? bean(task.getCamundaDelegateExpression()) : null,
                it instanceof CatchEvent event ? wait(event) : null,
                within,
                inner,
                (int) flows.stream().filter(flow -> leads(flow.getTarget(), it)).count(),
                ways(it, flows),
                alarms(it, flows));
    }

    private static Kind kind(FlowNode it) {
        if (it instanceof UserTask) {
            return Kind.PERSON;
        }
        if (it instanceof ServiceTask) {
            return Kind.STEP;
        }
        if (it instanceof CallActivity) {
            return Kind.CALLED;
        }
        if (it instanceof SubProcess) {
            return Kind.INNER;
        }
        if (it instanceof ExclusiveGateway) {
            return Kind.EXCLUSIVE;
        }
        if (it instanceof ParallelGateway) {
            return Kind.PARALLEL;
        }
        if (it instanceof InclusiveGateway) {
            return Kind.INCLUSIVE;
        }
        if (it instanceof EventBasedGateway) {
            return Kind.FIRST_EVENT;
        }
        if (it instanceof IntermediateCatchEvent event) {
            return wait(event) == null ? Kind.MESSAGE : Kind.TIMER;
        }
        if (it instanceof EndEvent) {
            return it.getChildElementsByType(TerminateEventDefinition.class).isEmpty() ? Kind.END : Kind.TERMINATE;
        }
        return Kind.PASSED;
    }

    private static @Nullable String first(@Nullable String groups) {
        return groups == null ? null : groups.split(",")[0].strip();
    }

    private static @Nullable String bean(@Nullable String expression) {
        return expression == null ? null : expression.replaceAll("[${}]", "");
    }

    private static boolean leads(@Nullable FlowNode end, FlowNode it) {
        return end != null && end.getId().equals(it.getId());
    }

    /** By the flows alone: what a node says of its own flows is not always kept in step. */
    private static List<Way> ways(FlowNode it, Collection<SequenceFlow> flows) {
        SequenceFlow otherwise = it instanceof ExclusiveGateway gateway
                ? gateway.getDefault()
                : it instanceof InclusiveGateway gateway ? gateway.getDefault() : null;
        List<Way> ways = new ArrayList<>();
        for (SequenceFlow flow : flows) {
            if (!leads(flow.getSource(), it) || flow.getTarget() == null) {
                continue;
            }
            var condition = flow.getConditionExpression();
            ways.add(new Way(
                    flow.getId(),
                    flow.getTarget().getId(),
                    condition == null ? null : FlowCondition.of(condition.getTextContent()),
                    otherwise != null && otherwise.getId().equals(flow.getId())));
        }
        return ways;
    }

    private static List<Alarm> alarms(FlowNode it, Collection<SequenceFlow> flows) {
        List<Alarm> alarms = new ArrayList<>();
        ModelElementInstance scope = it.getParentElement();
        for (BoundaryEvent event : scope.getChildElementsByType(BoundaryEvent.class)) {
            Duration after = wait(event);
            if (after != null && event.getAttachedTo() != null && leads((FlowNode) event.getAttachedTo(), it)) {
                ways(event, flows).stream()
                        .findFirst()
                        .ifPresent(way -> alarms.add(new Alarm(after, event.cancelActivity(), way.to())));
            }
        }
        return alarms;
    }

    /** None if it is no timer; a moment or a variable that nobody knows beforehand counts as no wait at all. */
    private static @Nullable Duration wait(CatchEvent event) {
        for (TimerEventDefinition timer : event.getChildElementsByType(TimerEventDefinition.class)) {
            String text = timer.getTimeDuration() == null
                    ? timer.getTimeCycle() == null ? "" : timer.getTimeCycle().getTextContent()
                    : timer.getTimeDuration().getTextContent();
            return duration(text.strip().replaceFirst("^R\\d*/", ""));
        }
        return null;
    }

    private static Duration duration(String text) {
        try {
            return text.matches("P\\d+W")
                    ? Duration.ofDays(7L * Long.parseLong(text.substring(1, text.length() - 1)))
                    : Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }
}
