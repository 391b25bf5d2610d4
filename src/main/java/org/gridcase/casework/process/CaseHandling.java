package org.gridcase.casework.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.gridcase.casework.CaseFlow;
import org.gridcase.grid.Location;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Deployments;
import org.gridcase.workflow.JustMoved;
import org.gridcase.workflow.ProcessContract;
import org.gridcase.workflow.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The contract of {@code processes/case-handling}: its key, variables, messages, and how it is started. */
@Component
class CaseHandling implements CaseFlow {
    static final String KEY = "case-handling";
    static final String FEEDBACK_GIVEN = "feedbackGiven";
    static final String CASE_REOPENED = "caseReopened";
    static final String CASE_ANNULLED = "caseAnnulled";

    static final Variable<String> STREET = new Variable<>("street", String.class);
    static final Variable<String> GRID = new Variable<>("grid", String.class);
    static final Variable<Boolean> REOPENED = new Variable<>("reopened", Boolean.class);
    static final Variable<Boolean> MINOR = new Variable<>("minor", Boolean.class);

    private static final int MOST_TASKS = 10;

    private final RuntimeService engine;
    private final TaskService tasks;
    private final Deployments deployments;
    private final Releases releases;
    private final JdbcTemplate jdbc;

    CaseHandling(
            RuntimeService engine, TaskService tasks, Deployments deployments, Releases releases, JdbcTemplate jdbc) {
        this.engine = engine;
        this.tasks = tasks;
        this.deployments = deployments;
        this.releases = releases;
        this.jdbc = jdbc;
    }

    @Override
    public int releaseInForce(String district) {
        return releases.inForce(district).number();
    }

    @Override
    public void start(CaseId id, int release, Location location, boolean reopened) {
        String definition = deployments.definition(releases.get(release).deploymentId(), KEY);
        var variables = Variables.createVariables();
        variables.putAll(Map.ofEntries(
                ProcessContract.RELEASE.of(release),
                ProcessContract.DISTRICT.of(location.district()),
                STREET.of(location.street()),
                GRID.of(location.grid())));
        variables.putValueTyped(REOPENED.name(), Variables.booleanValue(reopened, true));
        engine.startProcessInstanceById(definition, id.toString(), variables);
    }

    @Override
    public void reopened(CaseId id) {
        tellWaiting(id, CASE_REOPENED);
    }

    @Override
    public void rated(CaseId id) {
        tellWaiting(id, FEEDBACK_GIVEN);
    }

    @Override
    public void annulled(CaseId id) {
        JustMoved.told(() -> engine.createMessageCorrelation(CASE_ANNULLED)
                .processInstanceBusinessKey(id.toString())
                .correlate());
    }

    @Override
    public void due(CaseId id, @Nullable Instant at, int urgency) {
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey(KEY)
                .listPage(0, MOST_TASKS)) {
            task.setDueDate(at == null ? null : Date.from(at));
            task.setPriority(urgency);
            tasks.saveTask(task);
        }
    }

    /** Of many at once, and without the engine's revision: whoever is completing one of them is not to be turned away. */
    @Override
    public void urgent(Collection<CaseId> ids, int urgency) {
        jdbc.update("""
                        update act_ru_task t set priority_ = ? from act_ru_execution e
                        where e.business_key_ = any(?) and t.proc_inst_id_ = e.id_ and t.priority_ <> ?""", urgency, ids.stream().map(CaseId::toString).toArray(String[]::new), urgency);
    }

    /** The flow may have ended already, because the time for an answer ran out. */
    private void tellWaiting(CaseId id, String message) {
        engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(id.toString())
                .correlateAllWithResult();
    }
}
