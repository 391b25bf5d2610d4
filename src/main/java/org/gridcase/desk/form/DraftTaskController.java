package org.gridcase.desk.form;

import java.security.Principal;
import java.util.Locale;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.identity.Actors;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskInbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a form shows of the draft that its task is about, to those whose task it is; to others it does not exist. */
@RestController
class DraftTaskController {
    private final TaskInbox inbox;
    private final Actors actors;
    private final DraftViews views;
    private final Audit audit;

    DraftTaskController(TaskInbox inbox, Actors actors, DraftViews views, Audit audit) {
        this.inbox = inbox;
        this.actors = actors;
        this.views = views;
        this.audit = audit;
    }

    @GetMapping("/work/drafts/{taskId}")
    DraftView draft(@PathVariable String taskId, Principal who, Locale locale) {
        InboxTask task = inbox.find(actors.of(who.getName()), taskId)
                .filter(DraftViews::isAbout)
                .orElseThrow(SubmissionRefused::gone);
        audit.read(who.getName(), new Subject("draft", task.caseId().toString()));
        return views.of(task, locale);
    }
}
