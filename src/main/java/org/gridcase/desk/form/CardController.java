package org.gridcase.desk.form;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridcase.audit.Audit;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Cases;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.Countdown;
import org.gridcase.clock.Remaining;
import org.gridcase.clock.Watches;
import org.gridcase.desk.Lists;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the cards of a list show, all of them in one answer; of tasks that are not theirs nothing. */
@RestController
class CardController {
    private static final int MOST = 100;

    private final TaskInbox inbox;
    private final Actors actors;
    private final Cases cases;
    private final TaskViews views;
    private final DraftViews drafts;
    private final Clocks clocks;
    private final Watches watches;
    private final Audit audit;

    CardController(
            TaskInbox inbox,
            Actors actors,
            Cases cases,
            TaskViews views,
            DraftViews drafts,
            Clocks clocks,
            Watches watches,
            Audit audit) {
        this.inbox = inbox;
        this.actors = actors;
        this.cases = cases;
        this.views = views;
        this.drafts = drafts;
        this.clocks = clocks;
        this.watches = watches;
        this.audit = audit;
    }

    /** @param id of tasks, as often as there are; those beyond {@value #MOST} are left out */
    @GetMapping("/work/tasks")
    List<TaskCard> cards(@RequestParam List<String> id, Principal who, Locale locale) {
        audit.read(who.getName(), Lists.TASKS);
        List<InboxTask> tasks = inbox.these(
                actors.of(who.getName()), id.stream().distinct().limit(MOST).toList());
        List<CaseId> ids = tasks.stream().map(InboxTask::caseId).toList();
        Map<CaseId, Remaining> left = clocks.remaining(ids);
        Set<CaseId> watched = watches.watched(ids);
        return tasks.stream()
                .map(task -> DraftViews.isAbout(task)
                        ? drafts.card(task, locale)
                        : card(
                                task,
                                cases.facts(task.caseId()),
                                watched.contains(task.caseId()),
                                left.get(task.caseId()),
                                locale))
                .toList();
    }

    private TaskCard card(InboxTask task, CaseFacts facts, boolean watched, @Nullable Remaining left, Locale locale) {
        return new TaskCard(
                task.id(),
                facts.number(),
                views.words(facts, locale),
                views.place(facts),
                watched,
                true,
                Countdown.ofAny(left));
    }
}
