package org.gridcase.casework.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.gridcase.testing.CityTest;
import org.gridcase.workflow.TaskCompletion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The model and the code agree, whichever is read first. */
@CityTest
class CaseHandlingContractTests {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");
    /** Ships with the program, outside every release. */
    private static final Path LIFE = Path.of("src/main/resources/life/policy-life.bpmn");

    private static final Set<String> OURS = Set.of("outcome", "classified");

    private final BpmnModelInstance model = Bpmn.readModelFromFile(
            Path.of("processes/case-handling/case-handling.bpmn").toFile());

    @Autowired
    ApplicationContext beans;

    @Autowired
    Collection<TaskCompletion> completions;

    @Autowired
    RepositoryService repository;

    @Test
    void everyAutomaticStepIsABeanAndWaitsForItsOwnTransaction() {
        var steps = model.getModelElementsByType(ServiceTask.class);
        assertThat(steps).isNotEmpty().allSatisfy(step -> {
            String bean = step.getCamundaDelegateExpression().replaceAll("[${}]", "");
            assertThat(beans.getBean(bean)).isInstanceOf(JavaDelegate.class);
            assertThat(step.isCamundaAsyncBefore()).isTrue();
        });
    }

    @Test
    void everyStepInCodeIsInAModel() {
        Set<String> drawn = bundled()
                .flatMap(it -> it.getModelElementsByType(ServiceTask.class).stream())
                .map(step -> step.getCamundaDelegateExpression().replaceAll("[${}]", ""))
                .collect(toSet());
        drawn.add("takeReport");
        assertThat(beans.getBeanNamesForType(JavaDelegate.class)).containsExactlyInAnyOrderElementsOf(drawn);
    }

    @Test
    void everyHumanTaskHasItsCompletionAndNoneIsLeftOver() throws IOException {
        Set<String> answered = completions.stream()
                .flatMap(completion -> completion.tasks().stream())
                .collect(toSet());
        Set<String> drawn = bundled()
                .flatMap(it -> it.getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(toSet());
        assertThat(answered).isEqualTo(drawn);
    }

    @Test
    void everyHumanTaskHasItsFormAndGoesToARoleInAScope() {
        assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(Files.exists(Path.of("forms", task.getId() + ".form"))).isTrue();
            assertThat(task.getCamundaFormKey()).isEqualTo("embedded:/forms/${release}/" + task.getId() + ".html");
            assertThat(task.getCamundaCandidateGroups()).matches("[a-z-]+@\\$\\{(grid|street|district|unit)}");
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateUsers()).isNull();
        });
    }

    @Test
    void theMessagesAreThoseInTheModel() {
        Set<String> drawn = model.getModelElementsByType(Message.class).stream()
                .map(Message::getName)
                .collect(toSet());
        assertThat(drawn)
                .containsExactlyInAnyOrder(
                        CaseHandling.FEEDBACK_GIVEN, CaseHandling.CASE_REOPENED, CaseHandling.CASE_ANNULLED);
    }

    @Test
    void theModelReadsNoVariableThatTheCodeDoesNotWrite() {
        var written = new TreeSet<>(OURS);
        written.addAll(Set.of("release", "district", "unit"));
        Stream.of(
                        CaseHandling.STREET.name(),
                        CaseHandling.GRID.name(),
                        CaseHandling.REOPENED.name(),
                        CaseHandling.MINOR.name())
                .forEach(written::add);
        assertThat(read()).isEqualTo(written);
    }

    @Test
    void onlyTheBundledDefinitionsAreDeployed() {
        Set<String> drawn = bundled()
                .flatMap(it -> it.getModelElementsByType(Process.class).stream())
                .map(Process::getId)
                .collect(toSet());
        drawn.add("report");
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getKey)
                .containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().list())
                .extracting(DecisionDefinition::getKey)
                .containsExactlyInAnyOrderElementsOf(files(".dmn")
                        .map(path -> path.getFileName().toString().replace(".dmn", ""))
                        .toList());
    }

    private static Stream<BpmnModelInstance> bundled() {
        return Stream.concat(files(".bpmn"), Stream.of(LIFE)).map(path -> Bpmn.readModelFromFile(path.toFile()));
    }

    private static Stream<Path> files(String ending) {
        try (var found = Files.walk(Path.of("processes"))) {
            return found.filter(path -> path.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> read() {
        var conditions = model.getModelElementsByType(ConditionExpression.class).stream()
                .map(condition -> condition.getTextContent().replaceAll("'[^']*'", ""));
        var tasks = model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Stream.of(task.getCamundaCandidateGroups(), task.getCamundaFormKey()));
        return Stream.concat(conditions, tasks)
                .flatMap(text -> Pattern.compile("\\$\\{([^}]*)}").matcher(text).results())
                .flatMap(found -> NAME.matcher(found.group(1)).results())
                .map(java.util.regex.MatchResult::group)
                .collect(toSet());
    }
}
