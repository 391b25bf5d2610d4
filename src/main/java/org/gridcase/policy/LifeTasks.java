package org.gridcase.policy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridcase.policy.Draft.Step;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.TaskCompletion;
import org.springframework.stereotype.Component;

/** Completes the tasks in a draft's life: the second person's, whichever door they come by. */
@Component
class LifeTasks implements TaskCompletion {
    private static final Map<String, Step> APPROVING = Map.of("approved", Step.APPROVE, "sentBack", Step.SEND_BACK);
    private static final Map<String, Step> PUBLISHING = Map.of("published", Step.PUBLISH, "sentBack", Step.SEND_BACK);
    private static final Map<String, Map<String, Step>> TASKS =
            Map.of("approveDraft", APPROVING, "publishDraft", PUBLISHING);

    private final Drafts drafts;

    LifeTasks(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Set<String> tasks() {
        return TASKS.keySet();
    }

    /** The process has the draft's id for its key, where others have a case's. */
    @Override
    public Outcome complete(Submission it) {
        Map<String, Step> steps = TASKS.getOrDefault(it.task(), Map.of());
        String way = it.choice("outcome", steps.keySet());
        Step step = Objects.requireNonNull(steps.get(way));
        drafts.decided(it.caseId().value(), step, it.actor(), it.text("reason").orElse(""));
        return Outcome.of(way);
    }
}
