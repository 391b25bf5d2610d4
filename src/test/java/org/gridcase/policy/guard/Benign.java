package org.gridcase.policy.guard;

import static org.gridcase.policy.guard.Bundle.CASE;
import static org.gridcase.policy.guard.Bundle.HANDLE;
import static org.gridcase.policy.guard.Bundle.MINOR;
import static org.gridcase.policy.guard.Bundle.changed;
import static org.gridcase.policy.guard.Bundle.extra;
import static org.gridcase.policy.guard.Bundle.process;
import static org.gridcase.policy.guard.Bundle.table;
import static org.gridcase.policy.guard.Bundle.with;
import static org.gridcase.policy.guard.Bundle.without;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Changes as policy staff make them, some as their tools write them. */
final class Benign {
    private static final String STEP =
            "<bpmn:serviceTask id=\"step\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${route}\" />";
    private static final int FIRST_ROW = 15;

    private Benign() {}

    static Stream<Bundle> all() {
        return Stream.of(models(), conditions(), decisions(), formsAndTables(), exported(), Saved.all())
                .flatMap(one -> one);
    }

    /** As the modeler writes them, whose library the Camunda Modeler is built from. */
    private static Stream<Bundle> exported() {
        Path folder = Path.of("src/test/resources/policy/exported");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream()
                    .map(file -> with("exported: " + folder.relativize(file), target(file), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the shipped file of that name lies; what else there is are changes to the first of them. */
    private static String target(Path exported) {
        String name = String.valueOf(exported.getFileName());
        return Bundle.asShipped().files().keySet().stream()
                .filter(path -> path.endsWith("/" + name))
                .findFirst()
                .orElse(CASE);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Bundle> models() {
        String waiting =
                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:timerEventDefinition id=\"t\"><bpmn:%1$s>%2$s</bpmn:%1$s></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
        return Stream.of(
                Bundle.asShipped(),
                extra("a process of one's own", STEP, ""),
                extra("waits half an hour", waiting.formatted("timeDuration", "PT30M"), ""),
                extra("waits a month", waiting.formatted("timeDuration", "P1M"), ""),
                extra("waits until a day", waiting.formatted("timeDate", "2030-01-01T08:00:00+08:00"), ""),
                extra("comes again five times", waiting.formatted("timeCycle", "R5/P1D"), ""),
                extra("a parallel gateway", "<bpmn:parallelGateway id=\"step\" />", ""),
                extra("an inclusive gateway", "<bpmn:inclusiveGateway id=\"step\" default=\"toEnd\" />", ""),
                extra("an event in passing", "<bpmn:intermediateThrowEvent id=\"step\" name=\"到此\" />", ""),
                extra(
                        "ends everything",
                        STEP,
                        "<bpmn:boundaryEvent id=\"failed\" attachedToRef=\"step\"><bpmn:errorEventDefinition id=\"e\" /></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"f\" sourceRef=\"failed\" targetRef=\"all\" /><bpmn:endEvent id=\"all\"><bpmn:terminateEventDefinition id=\"x\" /></bpmn:endEvent>"),
                extra(
                        "a called process",
                        "<bpmn:callActivity id=\"step\" calledElement=\"case-handling\" camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements><camunda:in businessKey=\"#{execution.processBusinessKey}\" /><camunda:in source=\"district\" target=\"district\" /><camunda:out source=\"outcome\" target=\"outcome\" /></bpmn:extensionElements></bpmn:callActivity>",
                        ""),
                extra(
                        "goes back to a wait",
                        waiting.formatted("timeDuration", "PT5M"),
                        "<bpmn:exclusiveGateway id=\"g\" default=\"again\" /><bpmn:sequenceFlow id=\"there\" sourceRef=\"step\" targetRef=\"g\" /><bpmn:sequenceFlow id=\"again\" sourceRef=\"g\" targetRef=\"step\" />"),
                extra(
                        "a note beside it",
                        STEP,
                        "<bpmn:textAnnotation id=\"note\"><bpmn:text>由区派遣员复核 ${不是表达式</bpmn:text></bpmn:textAnnotation><bpmn:association id=\"a\" sourceRef=\"step\" targetRef=\"note\" />"
                                .replace("${不是表达式", "")),
                extra(
                        "documentation",
                        STEP.replace(" />", "><bpmn:documentation>按第 12 条办理</bpmn:documentation></bpmn:serviceTask>"),
                        ""),
                extra(
                        "lanes",
                        STEP,
                        "<bpmn:laneSet id=\"l\"><bpmn:lane id=\"desk\" name=\"城运中心\"><bpmn:flowNodeRef>step</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>"),
                with(
                        "a pool",
                        Bundle.EXTRA,
                        process(
                                "<bpmn:collaboration id=\"c\"><bpmn:participant id=\"p\" name=\"区\" processRef=\"extra\" /></bpmn:collaboration>",
                                STEP,
                                "")),
                with(
                        "as the modeler heads it",
                        Bundle.EXTRA,
                        process("", STEP, "")
                                .replace(
                                        "id=\"extraDefinitions\"",
                                        "xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" id=\"extraDefinitions\" exporter=\"Camunda Modeler\" exporterVersion=\"5.35.0\" modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7.24.0\"")),
                with(
                        "with another prefix",
                        Bundle.EXTRA,
                        process("", STEP, "").replace("bpmn:", "b:").replace("xmlns:bpmn=", "xmlns:b=")),
                with(
                        "without a prefix",
                        Bundle.EXTRA,
                        process("", STEP, "").replace("bpmn:", "").replace("xmlns:bpmn=", "xmlns=")),
                changed(
                        "a coloured shape",
                        CASE,
                        "bpmnElement=\"handleCase\"",
                        "bpmnElement=\"handleCase\" xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" bioc:stroke=\"#0d4372\" bioc:fill=\"#bbdefb\" xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" color:background-color=\"#bbdefb\" color:border-color=\"#0d4372\""),
                changed("waits two weeks for an answer", CASE, ">P7D<", ">P14D<"),
                changed("another name", CASE, "name=\"处置\"", "name=\"处置（责任单位）\""),
                changed(
                        "a second group",
                        CASE,
                        "camunda:candidateGroups=\"handler@${unit}\"",
                        "camunda:candidateGroups=\"handler@${unit}, dispatcher@${district}\""),
                changed(
                        "more urgent",
                        CASE,
                        "camunda:candidateGroups=\"handler@${unit}\"",
                        "camunda:candidateGroups=\"handler@${unit}\" camunda:priority=\"80\""));
    }

    private static Stream<Bundle> conditions() {
        return Stream.of(
                        "${outcome == 'filed' and not reopened}",
                        "${outcome != 'confirm' || (minor && district eq '410102')}",
                        "${!reopened}",
                        "${release >= 3}",
                        "${outcome == null}",
                        "${true}")
                .map(text -> changed("condition " + text, CASE, "${outcome == 'filed'}", text.replace("&", "&amp;")));
    }

    private static Stream<Bundle> decisions() {
        String group = "<text>\"L01\"</text>";
        return Stream.concat(
                Stream.of("\"L01\",\"L03\"", "not(\"M06\", \"M07\")", "-", "")
                        .map(text -> changed("a condition " + text, MINOR, group, "<text>" + text + "</text>")),
                Stream.of(
                        changed("a range", MINOR, group, "<text>[1..5]</text>"),
                        changed("at least", MINOR, group, "<text>&gt;= 2</text>"),
                        changed(
                                "widths as the modeler keeps them",
                                MINOR,
                                "<input id=\"serviceCodeInput\"",
                                "<input xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\" biodi:width=\"192\" id=\"serviceCodeInput\""),
                        changed("one answer only", MINOR, "hitPolicy=\"FIRST\"", "hitPolicy=\"UNIQUE\"")));
    }

    private static Stream<Bundle> formsAndTables() {
        return Stream.of(
                with(
                        "a form of one line",
                        HANDLE,
                        "{\"type\":\"default\",\"id\":\"handleCase\",\"schemaVersion\":18,\"components\":[{\"type\":\"textfield\",\"key\":\"reason\",\"label\":\"原因\"}]}"),
                table("another factor", workbook -> workbook.getSheetAt(0)
                        .getRow(FIRST_ROW)
                        .getCell(6)
                        .setCellValue(0.5)),
                table("another remark", workbook -> workbook.getSheetAt(0)
                        .getRow(FIRST_ROW)
                        .getCell(7)
                        .setCellValue("汛期加急")),
                table(
                        "another limit",
                        Bundle.STANDARD,
                        workbook -> workbook.getSheetAt(0).getRow(1).getCell(4).setCellValue(5)),
                without("no standard of its own", Bundle.STANDARD),
                with("no examples", "rules/filing/cases.csv", ""));
    }
}
