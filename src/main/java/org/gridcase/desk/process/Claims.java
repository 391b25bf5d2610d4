package org.gridcase.desk.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open tasks that somebody has claimed. */
@Component
class Claims {
    /** As many as the engine lists at once; what is left comes with the next round. */
    static final int MOST = 500;

    /** About no case, so that no case is passed on with it. */
    private static final String DRAFTS = "policy-life";

    private final TaskService tasks;
    private final RuntimeService runtime;

    Claims(TaskService tasks, RuntimeService runtime) {
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /**
     * A claimed task.
     *
     * @param groups {@code role@scope} of those whose task it is
     */
    record Claim(String task, String key, CaseId caseId, List<String> groups) {}

    List<Claim> of(String account) {
        List<Task> found = tasks.createTaskQuery().taskAssignee(account).listPage(0, MOST);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, CaseId> cases = new HashMap<>();
        runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                        found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .listPage(0, found.size())
                .stream()
                .filter(flow -> !flow.getProcessDefinitionId().startsWith(DRAFTS + ":"))
                .forEach(flow -> cases.put(flow.getId(), CaseId.of(flow.getBusinessKey())));
        return found.stream()
                .filter(task -> cases.containsKey(task.getProcessInstanceId()))
                .map(task -> new Claim(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        Objects.requireNonNull(cases.get(task.getProcessInstanceId())),
                        groups(task.getId())))
                .toList();
    }

    /** What they had claimed that is about no case goes back to its groups. */
    void freeRest(String account) {
        tasks.createTaskQuery()
                .taskAssignee(account)
                .processDefinitionKey(DRAFTS)
                .listPage(0, MOST)
                .forEach(task -> tasks.setAssignee(task.getId(), null));
    }

    /** To a colleague, or back to its group. */
    void pass(Claim claim, @Nullable String to) {
        tasks.setAssignee(claim.task(), to);
    }

    private List<String> groups(String task) {
        return tasks.getIdentityLinksForTask(task).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }
}
