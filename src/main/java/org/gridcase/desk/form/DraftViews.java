package org.gridcase.desk.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.FileChange;
import org.gridcase.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Puts into words what the tasks in a draft's life are about; they have no case. */
@Component
class DraftViews {
    private static final Set<String> TASKS = Set.of("approveDraft", "publishDraft");

    private final Drafts drafts;
    private final Staff staff;
    private final Terms terms;

    DraftViews(Drafts drafts, Staff staff, Terms terms) {
        this.drafts = drafts;
        this.staff = staff;
        this.terms = terms;
    }

    static boolean isAbout(InboxTask task) {
        return TASKS.contains(task.key());
    }

    TaskCard card(InboxTask task, Locale locale) {
        UUID id = task.caseId().value();
        Draft draft = drafts.get(id);
        return new TaskCard(
                task.id(),
                draft.title(),
                name(draft.author(), locale),
                terms.say("policy.life.changed", locale, drafts.changes(id).size()),
                false,
                false,
                null);
    }

    DraftView of(InboxTask task, Locale locale) {
        UUID id = task.caseId().value();
        Draft draft = drafts.get(id);
        return new DraftView(
                id,
                draft.title(),
                name(draft.author(), locale),
                draft.base(),
                terms.say("desk.policy.state." + draft.state().name().toLowerCase(Locale.ROOT), locale),
                drafts.changes(id).stream().map(it -> change(it, locale)).toList(),
                steps(id, locale));
    }

    private DraftView.Change change(FileChange it, Locale locale) {
        return new DraftView.Change(
                it.path(), terms.say("desk.policy.change." + it.kind().name().toLowerCase(Locale.ROOT), locale));
    }

    private List<DraftView.Step> steps(UUID id, Locale locale) {
        return drafts.steps(id).stream()
                .map(step -> new DraftView.Step(
                        terms.say("desk.policy.step." + step.step(), locale),
                        name(step.actor(), locale),
                        step.at(),
                        step.why()))
                .toList();
    }

    private String name(String account, Locale locale) {
        return account.equals(Drafts.PROGRAM)
                ? terms.say("desk.actor.gridcase", locale)
                : staff.find(account).map(StaffMember::name).orElse(account);
    }
}
