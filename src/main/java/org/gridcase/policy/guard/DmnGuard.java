package org.gridcase.policy.guard;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A decision model is one small table of plain values: nothing is worked out in it but comparisons. */
final class DmnGuard {
    private static final AllowList ALLOWED = AllowList.at("guard/dmn.txt");
    private static final XmlReader XML = new XmlReader(Map.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
            "http://www.omg.org/spec/DMN/20180521/DI/", "di",
            "http://camunda.org/schema/1.0/dmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://bpmn.io/schema/dmn/biodi/2.0", "biodi"));

    static final int MOST_RULES = 30;
    private static final int MOST_COLUMNS = 10;
    private static final int LONGEST_CELL = 300;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}");
    private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "long", "double", "number");
    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "COLLECT");

    private static final String WORD = "\"[^\"\\\\]{0,100}+\"";
    private static final String NUMBER = "-?+[0-9]{1,12}+(?:\\.[0-9]{1,6}+)?+";
    private static final String VALUE = "(?:" + WORD + "|" + NUMBER + "|true|false)";
    private static final String RANGE = "[\\[\\](]" + NUMBER + "\\s*+\\.\\.\\s*+" + NUMBER + "[\\])\\[]";
    private static final String TEST = "(?:" + VALUE + "|(?:<=|>=|<|>)\\s*+" + NUMBER + "|" + RANGE + ")";
    private static final String TESTS = TEST + "(?:\\s*+,\\s*+" + TEST + ")*+";
    private static final Pattern CONDITION = Pattern.compile("-?|" + TESTS + "|not\\(\\s*+" + TESTS + "\\s*+\\)");
    private static final Pattern RESULT = Pattern.compile("|" + VALUE);
    private static final Pattern VALUES = Pattern.compile(VALUE + "(?:\\s*+,\\s*+" + VALUE + ")*+");

    private final Vocabulary words;
    private final Findings findings;

    DmnGuard(Vocabulary words, Findings findings) {
        this.words = words;
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
        if (root.children("decision").count() != 1) {
            findings.add(file, "", "policy.guard.oneDecision");
        }
        root.children("decision").forEach(decision -> decision(file, decision));
    }

    private void decision(String file, Tag decision) {
        String id = decision.get("id", "");
        if (!words.decisions().contains(id)) {
            findings.add(file, decision.place(), "policy.guard.unknownDecision", id);
        }
        if (!decision.get("camunda:historyTimeToLive", "").matches("P[1-9][0-9]{0,3}D|[1-9][0-9]{0,3}")) {
            findings.add(file, decision.place(), "policy.guard.timeToLive");
        }
        if (decision.children("decisionTable").count() != 1) {
            findings.add(file, decision.place(), "policy.guard.oneDecision");
        }
        decision.children("decisionTable").forEach(table -> table(file, table));
    }

    private void table(String file, Tag table) {
        long inputs = table.children("input").count();
        long outputs = table.children("output").count();
        if (!POLICIES.contains(table.get("hitPolicy", "UNIQUE"))) {
            findings.add(file, table.place(), "policy.guard.hitPolicy", table.get("hitPolicy", ""));
        }
        if (table.children("rule").count() > MOST_RULES) {
            findings.add(file, table.place(), "policy.guard.tooManyRules", MOST_RULES);
            return;
        }
        if (inputs > MOST_COLUMNS || outputs == 0 || outputs > MOST_COLUMNS) {
            findings.add(file, table.place(), "policy.guard.columns", MOST_COLUMNS);
        }
        table.all().forEach(tag -> cell(file, tag));
        table.children("rule").forEach(rule -> {
            if (rule.children("inputEntry").count() != inputs
                    || rule.children("outputEntry").count() != outputs) {
                findings.add(file, rule.place(), "policy.guard.ruleWidth");
            }
        });
    }

    private void cell(String file, Tag tag) {
        Pattern allowed =
                switch (tag.name()) {
                    case "inputExpression" -> NAME;
                    case "inputEntry" -> CONDITION;
                    case "outputEntry" -> RESULT;
                    case "inputValues", "outputValues" -> VALUES;
                    default -> null;
                };
        String type = tag.get("typeRef");
        if (type != null && !TYPES.contains(type)) {
            findings.add(file, tag.place(), "policy.guard.type", type);
        }
        if (allowed == null) {
            if (tag.name().equals("output")
                    && !NAME.matcher(tag.get("name", "")).matches()) {
                findings.add(file, tag.place(), "policy.guard.id", tag.get("name", ""));
            }
            return;
        }
        String text = tag.children("text").map(Tag::content).findFirst().orElse("");
        if (tag.children("text").count() > 1
                || text.length() > LONGEST_CELL
                || !allowed.matcher(text).matches()) {
            findings.add(file, tag.place(), "policy.guard.cell", text);
        }
    }
}
