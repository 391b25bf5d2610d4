package org.gridcase.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.gridcase.shared.CaseId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The human tasks, as the person acting may see and complete them: the door of our own pages. */
@Component
@Transactional
public class TaskInbox {
    /** More than anybody works through; the engine's own limit is 2,000. */
    public static final int MOST = 500;
    /** What a case waits for at once is a handful. */
    private static final int MOST_OF_A_CASE = 10;
    /** How the engine begins to say that a task lies in another district; it has no type of its own for that. */
    private static final String OTHER_TENANT = "ENGINE-13034";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;

    TaskInbox(TaskService tasks, RuntimeService runtime, IdentityService identity) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
    }

    /** Tasks the person's groups may work on, oldest first. */
    public List<InboxTask> of(Actor actor, int first, int most) {
        if (actor.groups().isEmpty()) {
            return List.of();
        }
        return describe(as(actor, () -> tasks.createTaskQuery()
                .taskCandidateGroupIn(List.copyOf(actor.groups()))
                .includeAssignedTasks()
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .listPage(first, Math.min(most, MOST))));
    }

    public long count(Actor actor) {
        return actor.groups().isEmpty()
                ? 0
                : as(actor, () -> tasks.createTaskQuery()
                        .taskCandidateGroupIn(List.copyOf(actor.groups()))
                        .includeAssignedTasks()
                        .count());
    }

    public Optional<InboxTask> find(Actor actor, String taskId) {
        if (actor.groups().isEmpty()) {
            return Optional.empty();
        }
        return describe(as(actor, () -> tasks.createTaskQuery()
                        .taskId(taskId)
                        .taskCandidateGroupIn(List.copyOf(actor.groups()))
                        .includeAssignedTasks()
                        .listPage(0, 1)))
                .stream()
                .findFirst();
    }

    /** The open task of the case that this person may work on; of several the oldest. */
    public Optional<InboxTask> find(Actor actor, CaseId id) {
        return all(actor, id).stream().findFirst();
    }

    /** The open tasks of the case that this person may work on, the oldest first. */
    public List<InboxTask> all(Actor actor, CaseId id) {
        if (actor.groups().isEmpty()) {
            return List.of();
        }
        return describe(as(actor, () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(id.toString())
                .taskCandidateGroupIn(List.copyOf(actor.groups()))
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, MOST_OF_A_CASE)));
    }

    public void claim(Actor actor, String taskId) {
        as(actor, () -> {
            try {
                tasks.claim(taskId, actor.id());
            } catch (TaskAlreadyClaimedException e) {
                throw SubmissionRefused.heldBy(holder(taskId));
            }
            return taskId;
        });
    }

    private String holder(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task == null || task.getAssignee() == null ? "" : task.getAssignee();
    }

    public void unclaim(Actor actor, String taskId) {
        as(actor, () -> {
            tasks.claim(taskId, null);
            return taskId;
        });
    }

    /** @throws org.gridcase.shared.Refusal if the guard says no; then nothing has happened */
    public void complete(Actor actor, String taskId, Map<String, Object> values) {
        as(actor, () -> {
            tasks.complete(taskId, values);
            return taskId;
        });
    }

    /** Outside the person's authentication, for whose task it is has been asked and processes are not theirs to read. */
    private List<InboxTask> describe(List<Task> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var cases = new HashMap<String, CaseId>();
        runtime.createProcessInstanceQuery()
                .processInstanceIds(
                        found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .listPage(0, found.size())
                .forEach(instance -> cases.put(instance.getId(), CaseId.of(instance.getBusinessKey())));
        return found.stream()
                .map(task -> describe(task, cases))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<InboxTask> describe(Task task, Map<String, CaseId> cases) {
        return Optional.ofNullable(cases.get(task.getProcessInstanceId()))
                .map(id -> new InboxTask(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        id,
                        task.getAssignee(),
                        task.getCreateTime().toInstant()));
    }

    /** In another district, or completed by somebody else while the engine was loading it. */
    private static boolean vanished(ProcessEngineException failure) {
        return failure.getCause() instanceof NullValueException
                || String.valueOf(failure.getMessage()).startsWith(OTHER_TENANT);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        var before = identity.getCurrentAuthentication();
        identity.setAuthentication(actor.id(), List.copyOf(actor.groups()), List.copyOf(actor.tenants()));
        try {
            return work.get();
        } catch (AuthorizationException e) {
            throw SubmissionRefused.notYours();
        } catch (NullValueException e) {
            throw SubmissionRefused.gone();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("somebody else was quicker", e);
        } catch (ProcessEngineException e) {
            throw vanished(e) ? SubmissionRefused.gone() : e;
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
