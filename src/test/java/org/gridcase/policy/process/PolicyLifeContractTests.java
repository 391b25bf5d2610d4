package org.gridcase.policy.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gridcase.workflow.ProcessContract;
import org.junit.jupiter.api.Test;

/** The model of a draft's life and the code agree. */
class PolicyLifeContractTests {
    private final BpmnModelInstance model = Bpmn.readModelFromFile(
            Path.of("src/main/resources/life/policy-life.bpmn").toFile());

    @Test
    void keyMessagesAndTasksAreThoseOfTheCode() {
        assertThat(model.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(PolicyLife.KEY);
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder(
                        PolicyLife.CHECKED,
                        PolicyLife.CHANGED,
                        PolicyLife.WITHDRAWN,
                        PolicyLife.IN_FORCE,
                        PolicyLife.NOT_IN_FORCE);
        assertThat(model.getModelElementsByType(UserTask.class))
                .extracting(UserTask::getId)
                .containsExactlyInAnyOrder("approveDraft", "publishDraft");
    }

    @Test
    void everyTaskHasItsFormBesideTheModelAndGoesToTheApprovers() {
        assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(Files.exists(Path.of("src/main/resources/life", task.getId() + ".form")))
                    .isTrue();
            assertThat(task.getCamundaFormKey()).isEqualTo("embedded:/forms/${release}/" + task.getId() + ".html");
            assertThat(task.getCamundaCandidateGroups()).isEqualTo("${approver}");
            assertThat(task.getCamundaAssignee()).isNull();
        });
    }

    @Test
    void theModelReadsNoVariableThatTheCodeDoesNotWrite() {
        var texts = Stream.concat(
                model.getModelElementsByType(ConditionExpression.class).stream()
                        .map(condition -> condition.getTextContent().replaceAll("'[^']*'", "")),
                model.getModelElementsByType(UserTask.class).stream()
                        .flatMap(task -> Stream.of(task.getCamundaCandidateGroups(), task.getCamundaFormKey())));
        Set<String> read = texts.flatMap(text ->
                        Pattern.compile("\\$\\{([a-zA-Z]+)").matcher(text).results())
                .map(found -> found.group(1))
                .collect(toSet());
        assertThat(read)
                .containsExactlyInAnyOrder("outcome", PolicyLife.APPROVER.name(), ProcessContract.RELEASE.name());
    }
}
