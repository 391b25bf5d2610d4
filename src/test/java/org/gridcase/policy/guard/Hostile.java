package org.gridcase.policy.guard;

import static org.gridcase.policy.guard.Bundle.CASE;
import static org.gridcase.policy.guard.Bundle.EXTRA;
import static org.gridcase.policy.guard.Bundle.HANDLE;
import static org.gridcase.policy.guard.Bundle.MINOR;
import static org.gridcase.policy.guard.Bundle.changed;
import static org.gridcase.policy.guard.Bundle.extra;
import static org.gridcase.policy.guard.Bundle.process;
import static org.gridcase.policy.guard.Bundle.table;
import static org.gridcase.policy.guard.Bundle.with;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Bundles that would run code, read what is not theirs, wear the system out, or not work. */
final class Hostile {
    private static final String STEP =
            "<bpmn:serviceTask id=\"step\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${route}\" %s>%s</bpmn:serviceTask>";
    private static final String TASK = "camunda:formKey=\"embedded:/forms/${release}/handleCase.html\"";
    private static final String CONDITION = "${outcome == 'filed'}";
    private static final String ROUTE = "camunda:delegateExpression=\"${route}\"";
    private static final String GROUPS = "camunda:candidateGroups=\"handler@${unit}\"";
    private static final int FIRST_ROW = 15;

    private Hostile() {}

    static Stream<Bundle> all() {
        return Stream.of(
                        code(),
                        expressions(),
                        elements(),
                        attributes(),
                        processes(),
                        timers(),
                        circles(),
                        xml(),
                        decisions(),
                        forms(),
                        tables(),
                        standards(),
                        files())
                .flatMap(one -> one);
    }

    private static Stream<Bundle> code() {
        var all = new ArrayList<Bundle>();
        for (String language : List.of("javascript", "groovy", "python", "ruby", "juel", "feel", "kotlin")) {
            all.add(extra(
                    "script task in " + language,
                    "<bpmn:scriptTask id=\"step\" scriptFormat=\"%s\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                            .formatted(language),
                    ""));
        }
        for (String how : List.of(
                "class=\"java.lang.Runtime\"",
                "expression=\"${execution.setVariable('a', 1)}\"",
                "delegateExpression=\"${route}\"")) {
            all.add(extra(
                    "execution listener by " + how,
                    STEP.formatted(
                            "",
                            "<bpmn:extensionElements><camunda:executionListener event=\"start\" " + how
                                    + " /></bpmn:extensionElements>"),
                    ""));
            all.add(changed(
                    "task listener by " + how,
                    CASE,
                    "<bpmn:incoming>toUnit</bpmn:incoming>",
                    "<bpmn:extensionElements><camunda:taskListener event=\"complete\" " + how
                            + " /></bpmn:extensionElements><bpmn:incoming>toUnit</bpmn:incoming>"));
        }
        all.add(extra(
                "listener by script",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener></bpmn:extensionElements>"),
                ""));
        all.add(
                changed(
                        "listener of the whole process",
                        CASE,
                        "<bpmn:startEvent id=\"reported\"",
                        "<bpmn:extensionElements><camunda:executionListener class=\"x.Y\" event=\"end\" /></bpmn:extensionElements><bpmn:startEvent id=\"reported\""));
        all.add(changed("class on a step", CASE, ROUTE, "camunda:class=\"java.lang.ProcessBuilder\""));
        all.add(changed("expression on a step", CASE, ROUTE, "camunda:expression=\"${route.execute(execution)}\""));
        all.add(changed("any bean as a step", CASE, ROUTE, "camunda:delegateExpression=\"${dataSource}\""));
        all.add(changed("a method as a step", CASE, ROUTE, "camunda:delegateExpression=\"${route.toString()}\""));
        all.add(changed("a step that is put off", CASE, ROUTE, "camunda:delegateExpression=\"#{route}\""));
        all.add(changed("a step by a variable", CASE, ROUTE, "camunda:delegateExpression=\"${outcome}\""));
        all.add(changed("a step and a result", CASE, ROUTE, ROUTE + " camunda:resultVariable=\"district\""));
        all.add(changed("external task", CASE, ROUTE, "camunda:type=\"external\" camunda:topic=\"x\""));
        all.add(changed("mail task", CASE, ROUTE, "camunda:type=\"mail\""));
        all.add(changed("shell task", CASE, ROUTE, "camunda:type=\"shell\""));
        all.add(changed("not asynchronous", CASE, "camunda:asyncBefore=\"true\" " + ROUTE, ROUTE));
        all.add(extra(
                "connector",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></bpmn:extensionElements>"),
                ""));
        all.add(extra(
                "field of a step",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:field name=\"x\"><camunda:expression>${route}</camunda:expression></camunda:field></bpmn:extensionElements>"),
                ""));
        all.add(extra(
                "input by a script",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>"),
                ""));
        all.add(extra(
                "output by an expression",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"district\">${'410103'}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>"),
                ""));
        all.add(extra(
                "retries of one's own",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R99999/PT1S</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>"),
                ""));
        all.add(extra(
                "error by an expression",
                STEP.formatted(
                        "",
                        "<bpmn:extensionElements><camunda:errorEventDefinition errorRef=\"e\" expression=\"${true}\" /></bpmn:extensionElements>"),
                ""));
        return all.stream();
    }

    private static Stream<Bundle> expressions() {
        return Stream.of(
                        "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
                        "${outcome.getClass().getClassLoader()}",
                        "${outcome.class}",
                        "${outcome['class']}",
                        "${outcome['class']['classLoader']}",
                        "${execution.setVariable('district', '410103')}",
                        "${execution.getProcessEngineServices()}",
                        "${dataSource.connection}",
                        "${cases.close(null)}",
                        "${route}",
                        "${now()}",
                        "${dateTime().plusDays(1)}",
                        "${currentUser()}",
                        "${S(outcome)}",
                        "${outcome == 'filed' ? 'a' : 'b'}",
                        "${empty outcome}",
                        "${1 / 0 == 1}",
                        "${reopened + 1 > 0}",
                        "${unknownVariable}",
                        "#{outcome == 'filed'}",
                        "${outcome == 'filed'} and more",
                        "${true}${false}",
                        "x${outcome}",
                        "${outcome ==}",
                        "${" + "(".repeat(120) + "true" + ")".repeat(120) + "}",
                        "${outcome == '" + "a".repeat(400) + "'}",
                        "${" + "!".repeat(200) + "reopened}",
                        "outcome == 'filed'")
                .map(text -> changed("condition " + text, CASE, CONDITION, text.replace("&", "&amp;")));
    }

    private static Stream<Bundle> elements() {
        String[] steps = {
            "<bpmn:businessRuleTask id=\"step\" camunda:decisionRef=\"minor-event\" />",
            "<bpmn:sendTask id=\"step\" camunda:class=\"x.Y\" />",
            "<bpmn:receiveTask id=\"step\" />",
            "<bpmn:manualTask id=\"step\" />",
            "<bpmn:task id=\"step\" />",
            "<bpmn:transaction id=\"step\" />",
            "<bpmn:adHocSubProcess id=\"step\" />",
            "<bpmn:complexGateway id=\"step\" />",
            STEP.formatted(
                    "",
                    "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>100000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
            STEP.formatted("", "<bpmn:standardLoopCharacteristics />"),
            STEP.formatted("", "<bpmn:ioSpecification />"),
            STEP.formatted("", "<bpmn:property id=\"p\" />"),
            STEP.formatted("", "words"),
            "<bpmn:intermediateThrowEvent id=\"step\"><bpmn:signalEventDefinition /></bpmn:intermediateThrowEvent>",
            "<bpmn:intermediateThrowEvent id=\"step\"><bpmn:messageEventDefinition camunda:class=\"x.Y\" /></bpmn:intermediateThrowEvent>",
            "<bpmn:intermediateThrowEvent id=\"step\"><bpmn:compensateEventDefinition /></bpmn:intermediateThrowEvent>",
            "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:conditionalEventDefinition><bpmn:condition>${true}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>",
            "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:signalEventDefinition /></bpmn:intermediateCatchEvent>",
            "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:linkEventDefinition name=\"x\" /></bpmn:intermediateCatchEvent>"
        };
        return Stream.concat(
                Stream.of(steps).map(step -> extra(step.substring(6, Math.min(70, step.length())), step, "")),
                Stream.of(
                        with(
                                "import of a schema",
                                EXTRA,
                                process(
                                        "<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"http://example.org/x.xsd\" namespace=\"x\" />",
                                        STEP.formatted("", ""),
                                        "")),
                        with(
                                "an item's structure",
                                EXTRA,
                                process(
                                        "<bpmn:itemDefinition id=\"i\" structureRef=\"java.lang.Runtime\" />",
                                        STEP.formatted("", ""),
                                        "")),
                        with(
                                "an element of nobody's",
                                EXTRA,
                                process("<x:thing xmlns:x=\"urn:x\" />", STEP.formatted("", ""), "")),
                        with(
                                "an interface's operation",
                                EXTRA,
                                process(
                                        "<bpmn:interface id=\"i\" name=\"java.lang.Runtime\" />",
                                        STEP.formatted("", ""),
                                        "")),
                        extra("data object", STEP.formatted("", ""), "<bpmn:dataObject id=\"d\" />")));
    }

    private static Stream<Bundle> attributes() {
        return Stream.of(
                changed("assignee by an expression", CASE, GROUPS, GROUPS + " camunda:assignee=\"${dataSource}\""),
                changed("candidate users", CASE, GROUPS, GROUPS + " camunda:candidateUsers=\"admin\""),
                changed("due date by an expression", CASE, GROUPS, GROUPS + " camunda:dueDate=\"${now()}\""),
                changed("groups by a method", CASE, GROUPS, "camunda:candidateGroups=\"${unit.toString()}\""),
                changed("groups by a bean", CASE, GROUPS, "camunda:candidateGroups=\"handler@${dataSource}\""),
                changed("a group of the engine's", CASE, GROUPS, "camunda:candidateGroups=\"camunda-admin\""),
                changed("a role that there is not", CASE, GROUPS, "camunda:candidateGroups=\"mayor@${unit}\""),
                changed("no group at all", CASE, GROUPS, ""),
                changed("priority by an expression", CASE, GROUPS, GROUPS + " camunda:priority=\"${1}\""),
                changed(
                        "a form of another task",
                        CASE,
                        TASK,
                        "camunda:formKey=\"embedded:/forms/${release}/fileCase.html\""),
                changed("a form from elsewhere", CASE, TASK, "camunda:formKey=\"http://example.org/form.html\""),
                changed("a form of the application's", CASE, TASK, "camunda:formKey=\"embedded:app:forms/x.html\""),
                changed(
                        "a form by an expression",
                        CASE,
                        TASK,
                        "camunda:formKey=\"embedded:/forms/${outcome}/handleCase.html\""),
                changed(
                        "a form up the folders",
                        CASE,
                        TASK,
                        "camunda:formKey=\"embedded:/forms/${release}/../../x.html\""),
                changed("no form", CASE, TASK, ""),
                changed("a form's handler", CASE, TASK, TASK + " camunda:formHandlerClass=\"x.Y\""),
                changed(
                        "a form by reference",
                        CASE,
                        TASK,
                        "camunda:formRef=\"handleCase\" camunda:formRefBinding=\"latest\""),
                changed(
                        "an old prefix",
                        CASE,
                        GROUPS,
                        GROUPS + " xmlns:activiti=\"http://activiti.org/bpmn\" activiti:assignee=\"admin\""),
                changed(
                        "the language's own prefix on an attribute",
                        CASE,
                        "sourceRef=\"reported\"",
                        "bpmn:sourceRef=\"reported\""),
                changed(
                        "a condition in another language",
                        CASE,
                        "xsi:type=\"bpmn:tFormalExpression\">${!reopened}",
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">1"),
                changed(
                        "a condition from a file",
                        CASE,
                        "xsi:type=\"bpmn:tFormalExpression\">${!reopened}",
                        "xsi:type=\"bpmn:tFormalExpression\" camunda:resource=\"deployment://x.groovy\">1"),
                changed("a flow to nowhere", CASE, "targetRef=\"isReopened\"", "targetRef=\"nowhere\""),
                changed(
                        "a flow's listener",
                        CASE,
                        "<bpmn:conditionExpression",
                        "<bpmn:extensionElements><camunda:executionListener class=\"x.Y\" event=\"take\" /></bpmn:extensionElements><bpmn:conditionExpression"),
                changed("an expression in a name", CASE, "name=\"处置结果\"", "name=\"${dataSource}\""),
                changed(
                        "a message by an expression",
                        CASE,
                        "id=\"feedbackGivenMessage\" name=\"",
                        "id=\"feedbackGivenMessage\" name=\"${outcome}"),
                call(
                        "called by an expression",
                        "calledElement=\"${outcome}\" camunda:calledElementBinding=\"deployment\"",
                        true),
                call(
                        "calls what there is not",
                        "calledElement=\"nothing\" camunda:calledElementBinding=\"deployment\"",
                        true),
                call("calls the newest", "calledElement=\"case-handling\"", true),
                call(
                        "calls a version",
                        "calledElement=\"case-handling\" camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"${outcome}\"",
                        true),
                call(
                        "calls without the case",
                        "calledElement=\"case-handling\" camunda:calledElementBinding=\"deployment\"",
                        false),
                call(
                        "maps by a class",
                        "calledElement=\"case-handling\" camunda:calledElementBinding=\"deployment\" camunda:variableMappingClass=\"x.Y\"",
                        true),
                call(
                        "calls another tenant's",
                        "calledElement=\"case-handling\" camunda:calledElementBinding=\"deployment\" camunda:calledElementTenantId=\"410103\"",
                        true));
    }

    private static Bundle call(String name, String attributes, boolean key) {
        return extra(
                name,
                "<bpmn:callActivity id=\"step\" " + attributes + "><bpmn:extensionElements>"
                        + (key
                                ? "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />"
                                : "<camunda:in variables=\"all\" />")
                        + "</bpmn:extensionElements></bpmn:callActivity>",
                "");
    }

    private static Stream<Bundle> processes() {
        String ttl = "camunda:historyTimeToLive=\"P365D\"";
        return Stream.of(
                changed("history kept for ever", CASE, ttl, ""),
                changed("history by an expression", CASE, ttl, "camunda:historyTimeToLive=\"${1}\""),
                changed("not executable", CASE, "isExecutable=\"true\"", "isExecutable=\"false\""),
                changed(
                        "anybody may start it",
                        CASE,
                        "camunda:isStartableInTasklist=\"false\"",
                        "camunda:isStartableInTasklist=\"true\""),
                changed("a starter's group", CASE, ttl, ttl + " camunda:candidateStarterGroups=\"x\""),
                changed("priority of jobs by an expression", CASE, ttl, ttl + " camunda:jobPriority=\"${1}\""),
                changed("what comes with the program", CASE, "process id=\"case-handling\"", "process id=\"report\""),
                changed(
                        "two starts",
                        CASE,
                        "<bpmn:startEvent id=\"reported\"",
                        "<bpmn:startEvent id=\"other\" /><bpmn:startEvent id=\"reported\""),
                changed(
                        "starts by a message",
                        CASE,
                        "<bpmn:outgoing>toIsReopened</bpmn:outgoing>",
                        "<bpmn:outgoing>toIsReopened</bpmn:outgoing><bpmn:messageEventDefinition id=\"m\" messageRef=\"feedbackGivenMessage\" />"),
                changed(
                        "starts by itself",
                        CASE,
                        "<bpmn:outgoing>toIsReopened</bpmn:outgoing>",
                        "<bpmn:outgoing>toIsReopened</bpmn:outgoing><bpmn:timerEventDefinition id=\"m\"><bpmn:timeCycle>R9/PT1M</bpmn:timeCycle></bpmn:timerEventDefinition>"),
                changed("an id twice", CASE, "id=\"isHandled\"", "id=\"isReal\""),
                changed("an id that is none", CASE, "id=\"isHandled\"", "id=\"a b&lt;\""),
                changed(
                        "a task that nobody answers for",
                        CASE,
                        "userTask id=\"handleCase\"",
                        "userTask id=\"grantAll\""),
                with("two processes of one name", EXTRA, Bundle.text(CASE)),
                with(
                        "no process",
                        EXTRA,
                        "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\" targetNamespace=\"x\" />"),
                with(
                        "another root",
                        EXTRA,
                        "<process xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"extra\" />"));
    }

    private static Stream<Bundle> timers() {
        return Stream.of("PT0S", "PT1S", "-P1D", "P9999D", "${dataSource}", "${now()}", "${outcome.x}", "P1D extra", "")
                .map(text -> changed("waits " + text, CASE, ">P7D<", ">" + text + "<"))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    for (String cycle : List.of("R/PT1M", "R9999/PT1M", "R5/PT1S", "0/1 * * * * ?", "R5/P1D/x")) {
                        found.add(extra(
                                "comes again " + cycle,
                                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeCycle>"
                                        + cycle
                                        + "</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>",
                                ""));
                    }
                    return found.stream();
                }));
    }

    private static Stream<Bundle> circles() {
        String gateway = "<bpmn:exclusiveGateway id=\"step\" default=\"toEnd\" />";
        return Stream.of(
                extra(
                        "a gateway to itself",
                        gateway,
                        "<bpmn:sequenceFlow id=\"again\" sourceRef=\"step\" targetRef=\"step\" />"),
                extra(
                        "two gateways",
                        gateway,
                        "<bpmn:exclusiveGateway id=\"two\" /><bpmn:sequenceFlow id=\"there\" sourceRef=\"step\" targetRef=\"two\" /><bpmn:sequenceFlow id=\"back\" sourceRef=\"two\" targetRef=\"step\" />"),
                extra(
                        "a step for ever",
                        STEP.formatted("", ""),
                        "<bpmn:sequenceFlow id=\"again\" sourceRef=\"step\" targetRef=\"step\" />"),
                extra(
                        "a call for ever",
                        "<bpmn:callActivity id=\"step\" calledElement=\"case-handling\" camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" /></bpmn:extensionElements></bpmn:callActivity>",
                        "<bpmn:sequenceFlow id=\"again\" sourceRef=\"step\" targetRef=\"step\" />"),
                extra(
                        "an error for ever",
                        STEP.formatted("", ""),
                        "<bpmn:boundaryEvent id=\"failed\" attachedToRef=\"step\"><bpmn:errorEventDefinition id=\"e\" /></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"again\" sourceRef=\"failed\" targetRef=\"step\" />"),
                extra(
                        "within a sub-process",
                        "<bpmn:subProcess id=\"step\"><bpmn:startEvent id=\"s\" /><bpmn:exclusiveGateway id=\"g\" /><bpmn:sequenceFlow id=\"a\" sourceRef=\"s\" targetRef=\"g\" /><bpmn:sequenceFlow id=\"b\" sourceRef=\"g\" targetRef=\"g\" /></bpmn:subProcess>",
                        ""));
    }

    private static Stream<Bundle> xml() {
        String good = process("", STEP.formatted("", ""), "");
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        String laughs = IntStream.range(1, 10)
                .mapToObj(n -> "<!ENTITY l" + n + " \"" + ("&l" + (n - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining("", "<!DOCTYPE d [<!ENTITY l0 \"ha\">", "]>"));
        return Stream.of(
                with("a document type", EXTRA, good.replace(head, head + "<!DOCTYPE d>")),
                with(
                        "a billion laughs",
                        EXTRA,
                        good.replace(head, head + laughs).replace("另一个", "&l9;")),
                with(
                        "a file of the machine",
                        EXTRA,
                        good.replace(head, head + "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")
                                .replace("另一个", "&x;")),
                with(
                        "a document type from elsewhere",
                        EXTRA,
                        good.replace(head, head + "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\">")),
                with(
                        "a parameter entity",
                        EXTRA,
                        good.replace(head, head + "<!DOCTYPE d [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;]>")),
                with("an entity of nobody's", EXTRA, good.replace("另一个", "&x;")),
                with(
                        "an included file",
                        EXTRA,
                        good.replace(
                                "<bpmn:startEvent id=\"begun\" />",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\" /><bpmn:startEvent id=\"begun\" />")),
                with(
                        "a schema from elsewhere",
                        EXTRA,
                        good.replace(
                                "id=\"extraDefinitions\"",
                                "id=\"extraDefinitions\" xsi:schemaLocation=\"x http://127.0.0.1:1/x.xsd\"")),
                with(
                        "an instruction",
                        EXTRA,
                        good.replace(head, head + "<?xml-stylesheet href=\"http://127.0.0.1:1/x.xsl\"?>")),
                with("another encoding", EXTRA, good.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)),
                with("cut off", EXTRA, good.substring(0, good.length() / 2)),
                with("no XML", EXTRA, "process extra"),
                with("nothing", EXTRA, ""),
                with("bytes", EXTRA, new byte[] {0, 1, 2, (byte) 0xff}),
                with(
                        "deeply nested",
                        EXTRA,
                        good.replace(
                                "<bpmn:endEvent id=\"over\" />",
                                "<bpmn:subProcess>".repeat(10_000) + "</bpmn:subProcess>".repeat(10_000))),
                with(
                        "ten thousand nodes",
                        EXTRA,
                        good.replace(
                                "<bpmn:endEvent id=\"over\" />",
                                IntStream.range(0, 10_000)
                                        .mapToObj(n -> "<bpmn:endEvent id=\"e" + n + "\" />")
                                        .collect(Collectors.joining()))),
                with(
                        "six hundred nodes",
                        EXTRA,
                        good.replace(
                                "<bpmn:endEvent id=\"over\" />",
                                IntStream.range(0, 600)
                                        .mapToObj(n -> "<bpmn:endEvent id=\"e" + n + "\" />")
                                        .collect(Collectors.joining("", "<bpmn:endEvent id=\"over\" />", "")))),
                with("a very long name", EXTRA, good.replace("另一个", "长".repeat(100_000))),
                with("three megabytes", EXTRA, good + "<!--" + "x".repeat(3 << 20) + "-->"),
                with(
                        "a hundred attributes",
                        EXTRA,
                        good.replace(
                                "<bpmn:startEvent",
                                "<bpmn:startEvent "
                                        + IntStream.range(0, 100)
                                                .mapToObj(n -> "a" + n + "=\"\"")
                                                .collect(Collectors.joining(" ")))));
    }

    private static Stream<Bundle> decisions() {
        String output = "<text>\"person\"</text>\n        </outputEntry>";
        String group = "<text>\"L01\"</text>";
        return Stream.of(
                        Stream.of(
                                        "get env(\"PATH\")",
                                        "for i in 1..1000000000 return i",
                                        "if true then \"person\" else \"none\"",
                                        "some x in [1] satisfies x = 1",
                                        "\"per\" + \"son\"",
                                        "serviceCode",
                                        "${dataSource}",
                                        "java.lang.Runtime.getRuntime()",
                                        "date and time(\"2026-01-01T00:00:00\")",
                                        "function(x) x",
                                        "{a: 1}",
                                        "[1, 2]",
                                        "\"" + "x".repeat(500) + "\"")
                                .map(text -> changed(
                                        "a result " + text,
                                        MINOR,
                                        output,
                                        output.replace("\"person\"", escaped(text)))),
                        Stream.of(
                                        "matches(?, \"(a+)+$\")",
                                        "contains(?, \"x\")",
                                        "? = \"L01\"",
                                        "string length(?) > 3",
                                        "> serviceCode",
                                        "not(contains(?, \"x\"))",
                                        "\"a\\\\\"",
                                        "[1..x]",
                                        "\"L01\",".repeat(60) + "\"L01\"")
                                .map(text -> changed(
                                        "a condition " + text, MINOR, group, "<text>" + escaped(text) + "</text>")),
                        Stream.of(
                                changed(
                                        "a condition in another language",
                                        MINOR,
                                        "<inputEntry id=\"minor-01-group\">",
                                        "<inputEntry id=\"minor-01-group\" expressionLanguage=\"groovy\">"),
                                changed(
                                        "a result in another language",
                                        MINOR,
                                        "<outputEntry id=\"minor-01-minor\">",
                                        "<outputEntry id=\"minor-01-minor\" expressionLanguage=\"javascript\">"),
                                changed(
                                        "an input in another language",
                                        MINOR,
                                        "<inputExpression id=\"groupExpression\"",
                                        "<inputExpression id=\"groupExpression\" expressionLanguage=\"juel\""),
                                changed(
                                        "a model in another language",
                                        MINOR,
                                        "id=\"minor-event-definitions\"",
                                        "id=\"minor-event-definitions\" expressionLanguage=\"groovy\""),
                                changed(
                                        "an input that is worked out",
                                        MINOR,
                                        "<text>group</text>",
                                        "<text>group.class</text>"),
                                changed(
                                        "an input's method",
                                        MINOR,
                                        "<text>group</text>",
                                        "<text>substring(group, 1)</text>"),
                                changed(
                                        "collects",
                                        MINOR,
                                        "hitPolicy=\"FIRST\"",
                                        "hitPolicy=\"COLLECT\" aggregation=\"SUM\""),
                                changed("another type", MINOR, "typeRef=\"integer\"", "typeRef=\"java.lang.Runtime\""),
                                changed(
                                        "a decision that nobody asks",
                                        MINOR,
                                        "<decision id=\"minor-event\"",
                                        "<decision id=\"other\""),
                                changed("history kept for ever", MINOR, "camunda:historyTimeToLive=\"P180D\"", ""),
                                changed(
                                        "a row that is too narrow",
                                        MINOR,
                                        "<inputEntry id=\"minor-01-class\">\n          <text></text>\n        </inputEntry>",
                                        ""),
                                changed(
                                        "a literal expression",
                                        MINOR,
                                        "<decisionTable id=\"minor-event-table\"",
                                        "<literalExpression id=\"l\"><text>1</text></literalExpression><decisionTable id=\"minor-event-table\""),
                                changed(
                                        "what it requires",
                                        MINOR,
                                        "<decisionTable id=\"minor-event-table\"",
                                        "<informationRequirement id=\"r\" /><decisionTable id=\"minor-event-table\""),
                                changed(
                                        "a second decision",
                                        MINOR,
                                        "<decision id=\"minor-event\"",
                                        "<decision id=\"d2\" camunda:historyTimeToLive=\"1\" /><decision id=\"minor-event\""),
                                changed(
                                        "knowledge of its own",
                                        MINOR,
                                        "<decision id=\"minor-event\"",
                                        "<businessKnowledgeModel id=\"b\" /><decision id=\"minor-event\""),
                                changed(
                                        "imports",
                                        MINOR,
                                        "<decision id=\"minor-event\"",
                                        "<import namespace=\"x\" locationURI=\"http://127.0.0.1:1/x\" importType=\"x\" /><decision id=\"minor-event\""),
                                changed(
                                        "a document type",
                                        MINOR,
                                        "<definitions ",
                                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions "),
                                with(
                                        "two hundred rows",
                                        MINOR,
                                        Bundle.text(MINOR)
                                                .replace(
                                                        "</decisionTable>",
                                                        ("<rule id=\"x\">"
                                                                                + "<inputEntry><text></text></inputEntry>"
                                                                                        .repeat(4)
                                                                                + "<outputEntry><text>true</text></outputEntry>"
                                                                                        .repeat(2)
                                                                                + "</rule>")
                                                                        .repeat(200)
                                                                + "</decisionTable>"))))
                .flatMap(one -> one);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static Stream<Bundle> forms() {
        String field = "{\"type\":\"default\",\"id\":\"handleCase\",\"components\":[%s]}";
        return Stream.concat(
                Stream.of(
                                "{\"type\":\"filepicker\",\"key\":\"a\",\"label\":\"x\"}",
                                "{\"type\":\"html\",\"content\":\"<script>alert(1)</script>\"}",
                                "{\"type\":\"script\",\"key\":\"a\"}",
                                "{\"type\":\"iframe\",\"url\":\"http://example.org\"}",
                                "{\"type\":\"dynamiclist\",\"path\":\"a\",\"components\":[]}",
                                "{\"type\":\"expression\",\"key\":\"a\",\"expression\":\"=1\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"=now()\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"{{constructor.constructor('alert(1)')()}}\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\",\"onclick\":\"alert(1)\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\",\"properties\":{\"onfocus\":\"alert(1)\"}}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\",\"properties\":{\"widget\":\"nothing\"}}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\",\"validate\":{\"pattern\":\"(a+)+$\"}}",
                                "{\"type\":\"textfield\",\"key\":\"__proto__\",\"label\":\"x\"}",
                                "{\"type\":\"textfield\",\"key\":\"a b\",\"label\":\"x\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\",\"defaultValue\":\"${x}\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\",\"conditional\":{\"hide\":\"=true\"}}",
                                "{\"type\":\"select\",\"key\":\"a\",\"label\":\"x\",\"valuesExpression\":\"=x\"}",
                                "{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"x\"},{\"type\":\"textfield\",\"key\":\"a\",\"label\":\"y\"}",
                                IntStream.range(0, 61)
                                        .mapToObj(
                                                n -> "{\"type\":\"textfield\",\"key\":\"a" + n + "\",\"label\":\"x\"}")
                                        .collect(Collectors.joining(",")))
                        .map(component -> with(
                                "a form with " + component.substring(0, Math.min(90, component.length())),
                                HANDLE,
                                field.formatted(component))),
                Stream.of(
                        with("a form that is none", HANDLE, "[]"),
                        with("a form that is no JSON", HANDLE, "<form>"),
                        with(
                                "a form of a megabyte",
                                HANDLE,
                                field.formatted("{\"type\":\"text\",\"text\":\"" + "x".repeat(1 << 20) + "\"}")),
                        with("a form deeply nested", HANDLE, "[".repeat(5_000) + "]".repeat(5_000))));
    }

    private static Stream<Bundle> tables() {
        return Stream.of(
                cell("a formula", row -> row.getCell(6).setCellFormula("1/2")),
                cell("a formula to a program", row -> row.getCell(1).setCellValue("=cmd|' /C calc'!A0")),
                cell("code", row -> row.getCell(1).setCellValue("M01001\") || true || (\"")),
                cell("code in a number's cell", row -> row.getCell(6).setCellValue("System.exit(1)")),
                cell("the end of a remark", row -> row.getCell(7).setCellValue("*/ eval(true) /*")),
                cell("a quote", row -> row.getCell(2).setCellValue("4101\"02")),
                cell("a line break", row -> row.getCell(2).setCellValue("410102\nthen")),
                cell("a number beyond all bounds", row -> row.getCell(6).setCellValue(1e300)),
                cell("a value beyond the table", row -> row.createCell(40).setCellValue("x")),
                cell("another rule set", row -> row.getCell(0).setCellValue("RuleTable other")),
                header("an import in the header", "java.lang.Runtime"),
                header("a function in the header", "function void f() {}"),
                header("a query in the header", "query \"x\" end"),
                table("a link to elsewhere", workbook -> {
                    var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
                    link.setAddress("http://example.org/");
                    workbook.getSheetAt(0).getRow(FIRST_ROW).getCell(1).setHyperlink(link);
                }),
                table("a code that is a number", workbook -> workbook.getSheetAt(0)
                        .getRow(FIRST_ROW)
                        .getCell(2)
                        .setCellValue(410102)),
                table("a number that is a date", workbook -> {
                    var style = workbook.createCellStyle();
                    style.setDataFormat((short) 14);
                    workbook.getSheetAt(0).getRow(FIRST_ROW).getCell(6).setCellStyle(style);
                }),
                table("a second sheet", workbook -> workbook.createSheet("more")),
                table("a merged row", workbook -> workbook.getSheetAt(0)
                        .addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(FIRST_ROW, FIRST_ROW + 1, 1, 2))),
                table("no header", workbook -> workbook.getSheetAt(0).shiftRows(0, 20, 40)),
                table("a row twice", workbook -> workbook.getSheetAt(0)
                        .getRow(FIRST_ROW + 1)
                        .getCell(0)
                        .setCellValue(workbook.getSheetAt(0)
                                .getRow(FIRST_ROW)
                                .getCell(0)
                                .getStringCellValue())),
                table("six thousand rows", workbook -> rows(workbook.getSheetAt(0), 6_000)),
                with("no workbook", Bundle.FILING, "x"),
                with("an archive of nothing", Bundle.FILING, zip(Map.of("x", new byte[0]))),
                with("an archive that swells", Bundle.FILING, swelling()),
                with("a million rows", Bundle.FILING, millionRows()),
                with("a document of another kind", Bundle.FILING, new byte[] {
                    (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                }));
    }

    private static void rows(XSSFSheet sheet, int number) {
        for (int i = 0; i < number; i++) {
            sheet.createRow(sheet.getLastRowNum() + 1).createCell(0).setCellValue("Z" + i);
        }
    }

    private static Bundle cell(String name, Consumer<XSSFRow> change) {
        return table(name, workbook -> change.accept(workbook.getSheetAt(0).getRow(FIRST_ROW)));
    }

    private static Bundle header(String name, String text) {
        return table(
                name,
                workbook ->
                        workbook.getSheetAt(0).getRow(FIRST_ROW - 2).getCell(5).setCellValue(text));
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] swelling() {
        return zip(Map.of("[Content_Types].xml", new byte[200 << 20]));
    }

    /** A real workbook whose sheet says the same short row a million times. */
    private static byte[] millionRows() {
        String sheet =
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + "<row><c><v>1</v></c></row>".repeat(1_000_000) + "</sheetData></worksheet>";
        String types =
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
        String rels =
                "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/></Relationships>";
        String workbook =
                "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
        return zip(Map.of(
                "[Content_Types].xml", bytes(types),
                "_rels/.rels", bytes(rels.formatted("officeDocument", "xl/workbook.xml")),
                "xl/workbook.xml", bytes(workbook),
                "xl/_rels/workbook.xml.rels", bytes(rels.formatted("worksheet", "worksheets/sheet1.xml")),
                "xl/worksheets/sheet1.xml", bytes(sheet)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The filing standard with something wrong in it. */
    private static Stream<Bundle> standards() {
        return Stream.of(
                standard("a limit that is a formula", row -> row.getCell(4).setCellFormula("1+1")),
                standard("a limit of nothing", row -> row.getCell(4).setCellValue(0)),
                standard("a limit beyond all bounds", row -> row.getCell(4).setCellValue(1e300)),
                standard("a limit that is code", row -> row.getCell(4).setCellValue("${now()}")),
                standard("a kind of unit that there is not", row -> row.getCell(7)
                        .setCellValue("宇航")),
                standard("a class that there is not", row -> row.getCell(1).setCellValue("M06031")),
                standard(
                        "a condition that ends the sheet", row -> row.getCell(3).setCellValue("零_x0000_")),
                standard("a column more", row -> row.createCell(20).setCellValue("=cmd|' /C calc'!A0")),
                standard("no row for a class", row -> row.getSheet().removeRow(row)),
                table(
                        "a standard with another head",
                        Bundle.STANDARD,
                        workbook -> workbook.getSheetAt(0).getRow(0).getCell(4).setCellValue("数量")),
                table("a standard of two sheets", Bundle.STANDARD, workbook -> workbook.createSheet("more")),
                table("a standard with a link", Bundle.STANDARD, workbook -> {
                    var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
                    link.setAddress("http://example.org/");
                    workbook.getSheetAt(0).getRow(1).getCell(3).setHyperlink(link);
                }),
                table("a standard with macros", Bundle.STANDARD, workbook -> {
                    try {
                        workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                with("a standard that is none", Bundle.STANDARD, "x"),
                with("a standard that swells", Bundle.STANDARD, swelling()),
                with("a standard of a million rows", Bundle.STANDARD, millionRows()),
                with("a decision table for a standard", Bundle.STANDARD, Bundle.content(Bundle.FILING)),
                with("a standard elsewhere", "rules/limits/other.xlsx", Bundle.content(Bundle.STANDARD)),
                with("a standard as a table", "rules/limits/limits.drl.xlsx", Bundle.content(Bundle.STANDARD)),
                with("examples of limits", "rules/limits/filing-standard.csv", "x"));
    }

    private static Bundle standard(String name, Consumer<XSSFRow> change) {
        return table(
                name,
                Bundle.STANDARD,
                workbook -> change.accept(workbook.getSheetAt(0).getRow(1)));
    }

    private static Stream<Bundle> files() {
        return Stream.concat(
                Stream.of(
                                "../evil.bpmn",
                                "processes/../x/x.bpmn",
                                "processes/x/x.groovy",
                                "processes/x/X.class",
                                "rules/filing/other.drl.xlsx",
                                "rules/filing/filing.drl",
                                "rules/filing/filing.drl.xls",
                                "src/main/java/Evil.java",
                                "forms/a b.form",
                                "/etc/passwd")
                        .map(path -> with("a file " + path, path, "x")),
                Stream.of(
                        with("a table that nobody asks", "rules/mine/mine.drl.xlsx", Bundle.content(Bundle.FILING)),
                        with("examples that are no text", "rules/filing/cases.csv", new byte[] {
                            (byte) 0xff, (byte) 0xfe, 0
                        }),
                        with("examples of two megabytes", "rules/filing/cases.csv", new byte[2 << 20]),
                        new Bundle(
                                "three hundred files",
                                IntStream.range(0, 300)
                                        .boxed()
                                        .collect(Collectors.toMap(n -> "forms/f" + n + ".form", n -> new byte[0]))),
                        new Bundle(
                                "thirty megabytes",
                                IntStream.range(0, 30)
                                        .boxed()
                                        .collect(Collectors.toMap(
                                                n -> "forms/f" + n + ".form", n -> new byte[1 << 20])))));
    }
}
