package org.gridcase.clock.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.gridcase.clock.TimeMove;
import org.gridcase.policy.Allowance;
import org.gridcase.policy.Allowances;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The three models and the code agree, whichever is read first. */
@CityTest
class TimeProcessesContractTests {
    private static final Pattern READ = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");

    @Autowired
    ApplicationContext beans;

    @Autowired
    Allowances allowances;

    @ParameterizedTest
    @EnumSource
    void eachHasOneTaskWithAFormForWhoeverTheTableNames(TimeMove move) {
        assertThat(model(move).getModelElementsByType(UserTask.class))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.getId()).isEqualTo(move.task());
                    assertThat(Files.exists(Path.of("forms", task.getId() + ".form")))
                            .isTrue();
                    assertThat(task.getCamundaFormKey())
                            .isEqualTo("embedded:/forms/${release}/" + task.getId() + ".html");
                    assertThat(task.getCamundaCandidateGroups()).isEqualTo("${approver}@${district}");
                    assertThat(task.getCamundaAssignee()).isNull();
                    assertThat(task.getCamundaCandidateUsers()).isNull();
                });
    }

    @ParameterizedTest
    @EnumSource
    void eachIsNamedByItsMoveAndStartedByNobodyInTheTasklist(TimeMove move) {
        assertThat(model(move).getModelElementsByType(Process.class))
                .singleElement()
                .satisfies(process -> {
                    assertThat(process.getId()).isEqualTo(move.process());
                    assertThat(process.isCamundaStartableInTasklist()).isFalse();
                });
    }

    @ParameterizedTest
    @EnumSource
    void itsMessagesAreThoseThatTheCodeSends(TimeMove move) {
        Set<String> sent = move == TimeMove.SUSPENSION
                ? Set.of(TimeProcesses.REQUEST_OVER, TimeProcesses.RESUMED_EARLY)
                : Set.of(TimeProcesses.REQUEST_OVER);
        assertThat(model(move).getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    @ParameterizedTest
    @EnumSource
    void itReadsNoVariableThatTheCodeDoesNotWrite(TimeMove move) {
        var written = new TreeSet<>(Set.of("release", "district", "outcome", TimeProcesses.APPROVER.name()));
        if (move == TimeMove.SUSPENSION) {
            written.add(TimeProcesses.UNTIL.name());
        }
        assertThat(read(model(move))).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void itsStepsAreBeansThatWaitForTheirOwnTransaction(TimeMove move) {
        assertThat(model(move).getModelElementsByType(ServiceTask.class))
                .hasSize(move == TimeMove.SUSPENSION ? 1 : 0)
                .allSatisfy(step -> {
                    String bean = step.getCamundaDelegateExpression().replaceAll("[${}]", "");
                    assertThat(beans.getBean(bean)).isInstanceOf(JavaDelegate.class);
                    assertThat(step.isCamundaAsyncBefore()).isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsDrawn(TimeMove move) {
        var model = model(move);
        Set<String> drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream()
                                .map(shape -> shape.getBpmnElement().getId()),
                        model.getModelElementsByType(BpmnEdge.class).stream()
                                .map(edge -> edge.getBpmnElement().getId()))
                .collect(toSet());
        assertThat(drawn)
                .isEqualTo(model.getModelElementsByType(FlowElement.class).stream()
                        .map(FlowElement::getId)
                        .collect(toSet()));
    }

    @Test
    void noNameIsUsedInTwoOfTheModels() {
        var all = Stream.of(TimeMove.values())
                .flatMap(move -> model(move).getModelElementsByType(FlowElement.class).stream())
                .map(FlowElement::getId)
                .toList();
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void theTablesSayWhatTheStandardSays() {
        assertThat(allowances.of(1, "extension", "410102", "L01001"))
                .contains(new Allowance("extension-city", 2, 100, "supervisor"));
        assertThat(allowances.of(1, "suspension", "410102", "L01001"))
                .contains(new Allowance("suspension-city", 1, 365, "supervisor"));
        assertThat(allowances.of(1, "appeal", "410102", ""))
                .contains(new Allowance("appeal-city", 1, 30, "supervisor"));
        assertThat(allowances.of(1, "unheard-of", "410102", "L01001")).isEmpty();
    }

    private static BpmnModelInstance model(TimeMove move) {
        return Bpmn.readModelFromFile(
                Path.of("processes", move.process(), move.process() + ".bpmn").toFile());
    }

    private static Set<String> read(BpmnModelInstance model) {
        var conditions =
                model.getModelElementsByType(ConditionExpression.class).stream().map(it -> it.getTextContent());
        var dates = model.getModelElementsByType(TimeDate.class).stream().map(it -> it.getTextContent());
        var tasks = model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Stream.of(task.getCamundaCandidateGroups(), task.getCamundaFormKey()));
        return Stream.of(conditions, dates, tasks)
                .flatMap(texts -> texts)
                .flatMap(text -> READ.matcher(text.replaceAll("'[^']*'", "")).results())
                .flatMap(found -> NAME.matcher(found.group(1)).results())
                .map(MatchResult::group)
                .collect(toSet());
    }
}
