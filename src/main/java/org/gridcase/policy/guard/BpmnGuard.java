package org.gridcase.policy.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridcase.workflow.Expressions;

/** A process model holds only what is allowed, says only what can be told beforehand, and never runs in circles alone. */
final class BpmnGuard {
    private static final AllowList ALLOWED = AllowList.at("guard/bpmn.txt");
    private static final XmlReader XML = new XmlReader(Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://camunda.org/schema/1.0/bpmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi"));

    private static final int MOST_NODES = 500;
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern PROCESS = Pattern.compile("[a-z][a-z0-9-]{1,59}");
    private static final Pattern STEP = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]{0,59})}");
    private static final Pattern FORM = Pattern.compile("embedded:/forms/\\$\\{release}/([A-Za-z0-9]{1,60})\\.html");
    private static final String VARIABLE = "\\$\\{([A-Za-z][A-Za-z0-9]{0,59})}";
    private static final Pattern GROUP =
            Pattern.compile("(?:([a-z-]{1,40})|" + VARIABLE + ")@(?:[A-Za-z0-9-]{1,40}|" + VARIABLE + ")");
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");
    private static final Set<String> BUSINESS_KEY =
            Set.of("#{execution.processBusinessKey}", "${execution.processBusinessKey}");

    private final Vocabulary words;
    private final Set<String> forms;
    private final Findings findings;
    private final Map<String, String> fileOfProcess = new HashMap<>();
    private final Map<String, String> calls = new HashMap<>();

    /** @param forms names of the bundle's forms */
    BpmnGuard(Vocabulary words, Set<String> forms, Findings findings) {
        this.words = words;
        this.forms = forms;
        this.findings = findings;
    }

    void check(String file, byte[] content) {
        Tag root = XML.read(file, content, findings);
        if (root == null) {
            return;
        }
        if (!root.name().equals("definitions")) {
            findings.add(file, root.place(), "policy.guard.element", root.name());
            return;
        }
        ALLOWED.check(file, root, findings);
        new Model(file, root).check();
    }

    /** Once every file has been looked at. */
    void checkCalls() {
        calls.forEach((place, called) -> {
            if (!fileOfProcess.containsKey(called)) {
                int at = place.indexOf('#');
                findings.add(place.substring(0, at), place.substring(at + 1), "policy.guard.calledElement", called);
            }
        });
    }

    Set<String> processes() {
        return fileOfProcess.keySet();
    }

    /** One file. */
    private final class Model {
        private final String file;
        private final Tag root;
        private final Set<String> ids = new HashSet<>();
        private final Map<String, Tag> byId = new HashMap<>();

        Model(String file, Tag root) {
            this.file = file;
            this.root = root;
        }

        void check() {
            long nodes = root.all().filter(tag -> NODES.contains(tag.name())).count();
            if (nodes > MOST_NODES) {
                findings.add(file, "", "policy.guard.tooManyNodes", MOST_NODES);
                return;
            }
            root.all().forEach(this::id);
            root.all().forEach(this::values);
            long processes = root.children("process").peek(this::process).count();
            if (processes == 0) {
                findings.add(file, "", "policy.guard.noProcess");
            }
            root.children("process").forEach(process -> new Circles(file, findings).check(process));
        }

        private void id(Tag tag) {
            String id = tag.get("id");
            if (id == null) {
                return;
            }
            if (!ID.matcher(id).matches()) {
                no(tag, "policy.guard.id", id);
            } else if (!ids.add(id)) {
                no(tag, "policy.guard.idTwice", id);
            }
            byId.put(id, tag);
        }

        /** Whatever is not looked at for itself holds no expression. */
        private void values(Tag tag) {
            tag.attributes().forEach((name, value) -> {
                if (value.length() > 1_000) {
                    no(tag, "policy.guard.textTooLong", 1_000);
                } else if (isExpression(value) && !mayBeExpression(tag, name)) {
                    no(tag, "policy.guard.expressionHere", name, value);
                }
            });
            String text = tag.content();
            switch (tag.name()) {
                case "conditionExpression" -> expression(tag, text);
                case "timeDuration", "timeDate", "timeCycle" -> timer(tag, text);
                default -> {
                    if (isExpression(text)) {
                        no(tag, "policy.guard.expressionHere", tag.name(), text);
                    }
                }
            }
            switch (tag.name()) {
                case "userTask" -> userTask(tag);
                case "serviceTask" -> serviceTask(tag);
                case "callActivity" -> callActivity(tag);
                case "sequenceFlow" -> sequenceFlow(tag);
                case "camunda:in", "camunda:out" -> mapping(tag);
                default -> {}
            }
            String type = tag.get("xsi:type");
            if (type != null && !type.matches("([A-Za-z0-9]+:)?tFormalExpression")) {
                no(tag, "policy.guard.attribute", "xsi:type", tag.name());
            }
        }

        private static boolean isExpression(String text) {
            return text.contains("${") || text.contains("#{");
        }

        private static boolean mayBeExpression(Tag tag, String attribute) {
            return switch (tag.name()) {
                case "userTask" -> attribute.equals("camunda:formKey") || attribute.equals("camunda:candidateGroups");
                case "serviceTask" -> attribute.equals("camunda:delegateExpression");
                case "camunda:in" -> attribute.equals("businessKey");
                default -> false;
            };
        }

        private void process(Tag process) {
            String key = process.get("id", "");
            if (!PROCESS.matcher(key).matches()) {
                no(process, "policy.guard.id", key);
            }
            if (words.reserved().contains(key)) {
                no(process, "policy.guard.reserved", key);
            }
            if (fileOfProcess.put(key, file) != null) {
                no(process, "policy.guard.idTwice", key);
            }
            if (!process.get("isExecutable", "").equals("true")) {
                no(process, "policy.guard.notExecutable");
            }
            String kept = process.get("camunda:historyTimeToLive", "");
            if (!kept.matches("P[1-9][0-9]{0,3}D|[1-9][0-9]{0,3}")) {
                no(process, "policy.guard.timeToLive");
            }
            if (!process.get("camunda:isStartableInTasklist", "").equals("false")) {
                no(process, "policy.guard.startable");
            }
            long starts = process.children("startEvent").count();
            if (starts != 1) {
                no(process, "policy.guard.oneStart", starts);
            }
            process.children("startEvent")
                    .filter(start -> start.children().stream()
                            .anyMatch(child -> child.name().endsWith("EventDefinition")))
                    .forEach(start -> no(start, "policy.guard.plainStart"));
        }

        private void userTask(Tag task) {
            String id = task.get("id", "");
            if (!words.tasks().contains(id)) {
                no(task, "policy.guard.unknownTask", id);
            }
            Matcher form = FORM.matcher(task.get("camunda:formKey", ""));
            if (!form.matches() || !form.group(1).equals(id)) {
                no(task, "policy.guard.formKey", task.get("camunda:formKey", ""));
            } else if (!forms.contains(id)) {
                no(task, "policy.guard.noForm", id);
            }
            String groups = task.get("camunda:candidateGroups", "");
            for (String group : groups.split(",", -1)) {
                group(task, group.strip());
            }
            if (!task.get("camunda:priority", "0").matches("[0-9]{1,3}")) {
                no(task, "policy.guard.expressionHere", "camunda:priority", task.get("camunda:priority", ""));
            }
        }

        /** A role at a place, either of them maybe from a variable. */
        private void group(Tag task, String group) {
            Matcher parts = GROUP.matcher(group);
            if (!parts.matches() || parts.group(1) != null && !words.roles().contains(parts.group(1))) {
                no(task, "policy.guard.group", group);
                return;
            }
            for (String variable : new String[] {parts.group(2), parts.group(3)}) {
                if (variable != null && !words.variables().contains(variable)) {
                    no(task, "policy.guard.variable", variable);
                }
            }
        }

        private void serviceTask(Tag task) {
            Matcher step = STEP.matcher(task.get("camunda:delegateExpression", ""));
            if (!step.matches() || !words.steps().contains(step.group(1))) {
                no(task, "policy.guard.step", task.get("camunda:delegateExpression", ""));
            }
            if (!task.get("camunda:asyncBefore", "").equals("true")) {
                no(task, "policy.guard.async");
            }
        }

        private void callActivity(Tag task) {
            calls.put(file + '#' + task.place(), task.get("calledElement", ""));
            if (!task.get("camunda:calledElementBinding", "").equals("deployment")) {
                no(task, "policy.guard.binding");
            }
            boolean keyed = task.children("extensionElements")
                    .flatMap(tag -> tag.children("camunda:in"))
                    .anyMatch(in -> BUSINESS_KEY.contains(in.get("businessKey", "")));
            if (!keyed) {
                no(task, "policy.guard.businessKey");
            }
        }

        private void mapping(Tag tag) {
            String key = tag.get("businessKey");
            if (key != null && !BUSINESS_KEY.contains(key)) {
                no(tag, "policy.guard.businessKey");
            }
            for (String end : Set.of("source", "target")) {
                String name = tag.get(end);
                if (name != null && !words.variables().contains(name)) {
                    no(tag, "policy.guard.variable", name);
                }
            }
        }

        private void sequenceFlow(Tag flow) {
            for (String end : Set.of("sourceRef", "targetRef")) {
                Tag node = byId.get(flow.get(end, ""));
                if (node == null || !NODES.contains(node.name())) {
                    no(flow, "policy.guard.loose", flow.get(end, ""));
                }
            }
        }

        private void expression(Tag tag, String text) {
            String key =
                    switch (Expressions.check(text, words.variables())) {
                        case FINE -> "";
                        case TOO_LONG -> "policy.guard.expressionTooLong";
                        case UNREADABLE -> "policy.guard.expressionUnreadable";
                        case NOT_ALLOWED -> "policy.guard.expression";
                        case UNKNOWN_VARIABLE -> "policy.guard.expressionVariable";
                    };
            if (!key.isEmpty()) {
                no(tag, key, text);
            }
        }

        /** A plain time, or one variable that holds it. */
        private void timer(Tag tag, String text) {
            Matcher variable = STEP.matcher(text);
            boolean known = variable.matches() && words.variables().contains(variable.group(1));
            if (!known && !Times.isFine(tag.name(), text)) {
                no(tag, "policy.guard.timer", text);
            }
        }

        private void no(Tag tag, String key, Object... arguments) {
            findings.add(file, tag.place(), key, arguments);
        }
    }
}
