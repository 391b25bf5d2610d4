package org.gridcase.clock.process;

import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.gridcase.casework.CaseFacts;
import org.gridcase.clock.TimeFlow;
import org.gridcase.clock.TimeRequest;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Deployments;
import org.gridcase.workflow.JustMoved;
import org.gridcase.workflow.ProcessContract;
import org.gridcase.workflow.Variable;
import org.springframework.stereotype.Component;

/** The contract of {@code processes/extension}, {@code suspension} and {@code appeal}, which are alike. */
@Component
class TimeProcesses implements TimeFlow {
    static final String REQUEST_OVER = "requestOver";
    static final String RESUMED_EARLY = "resumedEarly";

    static final Variable<String> REQUEST = new Variable<>("request", String.class);
    static final Variable<String> APPROVER = new Variable<>("approver", String.class);
    static final Variable<Date> UNTIL = new Variable<>("until", Date.class);

    private static final String CASE_HANDLING = "case-handling";

    private final RuntimeService engine;
    private final TaskService tasks;
    private final Deployments deployments;
    private final Releases releases;

    TimeProcesses(RuntimeService engine, TaskService tasks, Deployments deployments, Releases releases) {
        this.engine = engine;
        this.tasks = tasks;
        this.deployments = deployments;
        this.releases = releases;
    }

    @Override
    public void asked(TimeRequest request, CaseFacts facts, String approver) {
        String definition = deployments.definition(
                releases.get(facts.release()).deploymentId(), request.move().process());
        engine.startProcessInstanceById(
                definition,
                facts.id().toString(),
                Map.ofEntries(
                        ProcessContract.RELEASE.of(facts.release()),
                        ProcessContract.DISTRICT.of(facts.location().district()),
                        REQUEST.of(request.id().toString()),
                        APPROVER.of(approver)));
    }

    @Override
    public void over(TimeRequest request) {
        tell(request, REQUEST_OVER);
    }

    @Override
    public void resumed(TimeRequest request) {
        tell(request, RESUMED_EARLY);
    }

    @Override
    public Optional<String> holder(CaseId id) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey(CASE_HANDLING)
                .taskAssigned()
                .listPage(0, 1)
                .stream()
                .map(Task::getAssignee)
                .findFirst();
    }

    /** A suspension whose time is just ending waits for nothing any more; then nobody has to be told. */
    private void tell(TimeRequest request, String message) {
        JustMoved.told(() -> engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(request.caseId().toString())
                .processInstanceVariableEquals(REQUEST.name(), request.id().toString())
                .correlateAllWithResult());
    }
}
