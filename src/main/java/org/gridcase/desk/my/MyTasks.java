package org.gridcase.desk.my;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFolders;
import org.gridcase.desk.Lists;
import org.gridcase.identity.Actors;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskInbox;
import org.springframework.stereotype.Component;

/** What somebody has to do, in the order to do it. */
@Component
class MyTasks {
    private static final Comparator<MyLine> ORDER = Comparator.comparing(MyLine::held)
            .thenComparing(MyLine::mine, Comparator.reverseOrder())
            .thenComparing(line -> line.due() == null ? Instant.MAX : line.due())
            .thenComparing(MyLine::since);

    private final TaskInbox inbox;
    private final Actors actors;
    private final CaseFolders cases;
    private final MyLines lines;
    private final Audit audit;

    MyTasks(TaskInbox inbox, Actors actors, CaseFolders cases, MyLines lines, Audit audit) {
        this.inbox = inbox;
        this.actors = actors;
        this.cases = cases;
        this.lines = lines;
        this.audit = audit;
    }

    /** Claimed ones first, then by deadline; those that a colleague holds last. */
    MyList of(String account, Locale locale) {
        audit.read(account, Lists.TASKS);
        var actor = actors.of(account);
        var tasks = inbox.of(actor, 0, TaskInbox.MOST);
        var found = lines(tasks, account, locale);
        return new MyList(found, tasks.size() < TaskInbox.MOST ? found.size() : inbox.count(actor));
    }

    Optional<MyLine> find(String account, String taskId, Locale locale) {
        return inbox.find(actors.of(account), taskId).flatMap(task -> {
            audit.read(account, Subject.of(task.caseId()));
            return lines(List.of(task), account, locale).stream().findFirst();
        });
    }

    /** @throws SubmissionRefused if it is gone, not theirs, or held by a colleague */
    void claim(String account, String taskId) {
        notHeldByOthers(account, taskId);
        inbox.claim(actors.of(account), taskId);
    }

    /** @throws SubmissionRefused if it is gone, not theirs, or held by a colleague */
    void giveBack(String account, String taskId) {
        notHeldByOthers(account, taskId);
        inbox.unclaim(actors.of(account), taskId);
    }

    private void notHeldByOthers(String account, String taskId) {
        String holder = inbox.find(actors.of(account), taskId)
                .orElseThrow(SubmissionRefused::gone)
                .assignee();
        if (holder != null && !holder.equals(account)) {
            throw SubmissionRefused.heldBy(holder);
        }
    }

    private List<MyLine> lines(List<InboxTask> tasks, String account, Locale locale) {
        var folders = cases.of(tasks.stream().map(InboxTask::caseId).toList());
        return tasks.stream()
                .flatMap(task -> Stream.ofNullable(folders.get(task.caseId()))
                        .map(folder -> lines.of(task, folder, account, locale)))
                .sorted(ORDER)
                .toList();
    }
}
