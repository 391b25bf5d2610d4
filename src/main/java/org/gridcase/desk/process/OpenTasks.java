package org.gridcase.desk.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a case waits for, to be shown to anybody who may see the case; doing it goes through the inbox. */
@Component
@Transactional(readOnly = true)
public class OpenTasks {
    private static final int MOST = 10;

    private final TaskService tasks;

    OpenTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    public List<OpenTask> of(CaseId id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).listPage(0, MOST).stream()
                .map(this::described)
                .toList();
    }

    private OpenTask described(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getAssignee(),
                groups,
                task.getCreateTime().toInstant());
    }
}
