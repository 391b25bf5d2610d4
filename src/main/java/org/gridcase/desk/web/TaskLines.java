package org.gridcase.desk.web;

import java.util.List;
import org.gridcase.desk.process.OpenTask;
import org.gridcase.desk.process.OpenTasks;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.springframework.stereotype.Component;

/** Whom a case waits for, and the way in for those whose turn it is. */
@Component
class TaskLines {
    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final OpenTasks open;
    private final TaskInbox inbox;
    private final Actors actors;
    private final Times times;

    TaskLines(OpenTasks open, TaskInbox inbox, Actors actors, Times times) {
        this.open = open;
        this.inbox = inbox;
        this.actors = actors;
        this.times = times;
    }

    List<TaskLine> of(CaseId id, String account, Names names) {
        List<OpenTask> tasks = open.of(id);
        String own = tasks.isEmpty()
                ? ""
                : inbox.find(actors.of(account), id).map(InboxTask::id).orElse("");
        return tasks.stream()
                .map(task -> new TaskLine(
                        names.say("desk.task." + task.key()),
                        names.ofGroups(task.groups()),
                        task.assignee() == null ? null : names.ofActor(task.assignee()),
                        times.minute(task.since()),
                        task.id().equals(own) ? TASKLIST + own : null))
                .toList();
    }
}
