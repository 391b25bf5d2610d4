package org.gridcase.desk.form;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.identity.Actors;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskInbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a form's widgets show of a task's case, to those whose task it is; to others it does not exist. */
@RestController
@RequestMapping("/work/tasks/{taskId}")
class TaskController {
    private final TaskInbox inbox;
    private final Actors actors;
    private final Cases cases;
    private final TaskViews views;
    private final Offers offers;
    private final Audit audit;

    TaskController(TaskInbox inbox, Actors actors, Cases cases, TaskViews views, Offers offers, Audit audit) {
        this.inbox = inbox;
        this.actors = actors;
        this.cases = cases;
        this.views = views;
        this.offers = offers;
        this.audit = audit;
    }

    @GetMapping
    TaskView task(@PathVariable String taskId, Principal who, Locale locale) {
        InboxTask task = own(taskId, who);
        return views.of(task, cases.facts(task.caseId()), locale);
    }

    @GetMapping("/rows")
    List<Offer> rows(@PathVariable String taskId, Principal who, Locale locale) {
        return offers.rows(facts(taskId, who), locale);
    }

    @GetMapping("/units")
    List<Offer> units(@PathVariable String taskId, Principal who, Locale locale) {
        return offers.units(facts(taskId, who), locale);
    }

    private CaseFacts facts(String taskId, Principal who) {
        return cases.facts(own(taskId, who).caseId());
    }

    private InboxTask own(String taskId, Principal who) {
        InboxTask task = inbox.find(actors.of(who.getName()), taskId).orElseThrow(SubmissionRefused::gone);
        audit.read(who.getName(), Subject.of(task.caseId()));
        return task;
    }
}
