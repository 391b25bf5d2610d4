package org.gridcase.desk.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.casework.Stage;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's door round the task guard: each use has a reason, on the case's timeline and in the audit. */
@Component
@Transactional
public class Interventions {
    private static final int TRIES = 3;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final Cases cases;
    private final Staff staff;
    private final Administrators administrators;

    Interventions(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            Cases cases,
            Staff staff,
            Administrators administrators) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.cases = cases;
        this.staff = staff;
        this.administrators = administrators;
    }

    /** Lets the engine try a job again that it had given up. */
    public CaseId retry(String jobId, Intervention why) {
        Job job = found(management.createJobQuery().jobId(jobId).singleResult());
        CaseId id = caseOf(found(job.getProcessInstanceId()));
        check(id, why);
        management.setJobRetries(jobId, TRIES);
        keep(id, cases.facts(id).stage(), "job.retry", why, Map.of("job", jobId));
        return id;
    }

    /** Where a case's token may be put: only what its facts suffice for, and never past its check. */
    public List<String> placesFor(CaseFacts facts) {
        return Reachable.from(facts).stream().map(Standing::activity).toList();
    }

    /** Puts the case's token before another activity, and the case at that activity's stage. */
    public void move(CaseId id, String activity, Intervention why) {
        check(id, why);
        Standing to = Standing.at(activity)
                .filter(Reachable.from(cases.facts(id))::contains)
                .orElseThrow(() -> InterventionRefused.nowhere(activity));
        ProcessInstance flow = found(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .processDefinitionKey("case-handling")
                .singleResult());
        Token token = Token.of(runtime.getActivityInstance(flow.getId()));
        token.move(runtime.createProcessInstanceModification(flow.getId()), activity);
        keep(id, to.stage(), "case.move", why, Map.of("from", token.activities(), "to", activity));
    }

    /** @param group {@code role@scope} that at least one person holds, and not the administrator */
    public CaseId handOver(String taskId, String group, Intervention why) {
        Task task = found(tasks.createTaskQuery().taskId(taskId).singleResult());
        CaseId id = caseOf(task.getProcessInstanceId());
        check(id, why);
        if (holders(group).isEmpty()) {
            throw InterventionRefused.heldByNobody(group);
        }
        if (staff.grantsOf(why.administrator()).contains(Grant.of(group))) {
            throw InterventionRefused.toOneself();
        }
        List<String> before = groups(taskId);
        before.forEach(old -> tasks.deleteCandidateGroup(taskId, old));
        tasks.addCandidateGroup(taskId, group);
        tasks.setAssignee(taskId, null);
        keep(id, cases.facts(id).stage(), "task.handOver", why, Map.of("from", before, "to", group));
        return id;
    }

    private List<?> holders(String group) {
        try {
            return staff.holding(Grant.of(group));
        } catch (IllegalArgumentException noSuchGroup) {
            return List.of();
        }
    }

    private List<String> groups(String taskId) {
        return tasks.getIdentityLinksForTask(taskId).stream()
                .map(IdentityLink::getGroupId)
                .flatMap(group -> Optional.ofNullable(group).stream())
                .toList();
    }

    private void check(CaseId id, Intervention why) {
        administrators.check(why, cases.facts(id).location().district());
    }

    private CaseId caseOf(String processInstance) {
        return CaseId.of(found(runtime.createProcessInstanceQuery()
                        .processInstanceId(processInstance)
                        .singleResult())
                .getBusinessKey());
    }

    private void keep(CaseId id, Stage stage, String action, Intervention why, Map<String, ?> detail) {
        var told = new HashMap<String, Object>(detail);
        told.put("action", action);
        cases.intervene(id, stage, why.administrator(), why.reason(), told);
        administrators.record(new AuditEntry(why.administrator(), action, Subject.of(id), why.reason(), detail));
    }

    private static <T> T found(@Nullable T thing) {
        if (thing == null) {
            throw InterventionRefused.gone();
        }
        return thing;
    }
}
