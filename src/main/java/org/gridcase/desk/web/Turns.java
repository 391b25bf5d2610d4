package org.gridcase.desk.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.desk.process.OpenTask;
import org.gridcase.desk.process.OpenTasks;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.springframework.stereotype.Component;

/** Whom a case waits for, and the way in for those whose turn it is. */
@Component
class Turns {
    private static final String AT_THE_DESK = "/camunda/app/tasklist/default/#/?task=";
    private static final String ON_FOOT = "/my/";
    private static final Set<String> DONE_ON_FOOT =
            Set.of("handleOnSpot", "checkMinor", "confirmOnSite", "handleCase", "checkOnSite");

    private final OpenTasks open;
    private final TaskInbox inbox;
    private final Actors actors;
    private final Times times;

    Turns(OpenTasks open, TaskInbox inbox, Actors actors, Times times) {
        this.open = open;
        this.inbox = inbox;
        this.actors = actors;
        this.times = times;
    }

    List<Turn> of(CaseId id, String account, Names names) {
        List<OpenTask> tasks = open.of(id);
        Set<String> own = tasks.isEmpty()
                ? Set.of()
                : inbox.all(actors.of(account), id).stream().map(InboxTask::id).collect(Collectors.toSet());
        return tasks.stream()
                .map(task -> new Turn(
                        names.say("desk.task." + task.key()),
                        names.ofGroups(task.groups()),
                        task.assignee() == null ? null : names.ofActor(task.assignee()),
                        times.minute(task.since()),
                        own.contains(task.id()) ? link(task) : null))
                .toList();
    }

    private static String link(OpenTask task) {
        return (DONE_ON_FOOT.contains(task.key()) ? ON_FOOT : AT_THE_DESK) + task.id();
    }
}
