package org.gridcase.workflow.engine;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Lenders;
import org.gridcase.workflow.Outcome;
import org.gridcase.workflow.ProcessContract;
import org.gridcase.workflow.StandingIn;
import org.gridcase.workflow.Submission;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.SubmissionRules;
import org.gridcase.workflow.TaskCompletion;
import org.gridcase.workflow.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The one guard behind every door: whose task it is, whether the form is right, and whether the case accepts it. */
@Component
class TaskGuard implements TaskListener {
    private static final Variable<String> OUTCOME = new Variable<>("outcome", String.class);

    private final ObjectProvider<TaskCompletion> completions;
    private final ObjectProvider<SubmissionRules> rules;
    private final ObjectProvider<Lenders> lenders;
    private volatile @Nullable Map<String, TaskCompletion> byTask;

    TaskGuard(
            ObjectProvider<TaskCompletion> completions,
            ObjectProvider<SubmissionRules> rules,
            ObjectProvider<Lenders> lenders) {
        this.completions = completions;
        this.rules = rules;
        this.lenders = lenders;
    }

    @Override
    public void notify(DelegateTask task) {
        String actor = mayComplete(task);
        var submission = new Submission(
                task.getTaskDefinitionKey(),
                task.getId(),
                CaseId.of(task.getExecution().getProcessBusinessKey()),
                actor,
                ProcessContract.RELEASE.in(task),
                Submitted.values());
        rules.orderedStream().forEach(rule -> rule.check(submission));
        Outcome outcome = StandingIn.inPlaceOf(
                lender(actor, task), () -> completion(submission.task()).complete(submission));
        OUTCOME.pass(task, outcome.way());
        outcome.kept().forEach(task::setVariable);
    }

    private @Nullable String lender(String actor, DelegateTask task) {
        var groups = Holders.groups(task);
        return lenders.orderedStream()
                .flatMap(known -> known.lender(actor, groups).stream())
                .findFirst()
                .orElse(null);
    }

    private TaskCompletion completion(String task) {
        var known = byTask;
        if (known == null) {
            known = completions
                    .orderedStream()
                    .flatMap(completion -> completion.tasks().stream().map(key -> Map.entry(key, completion)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
            byTask = known;
        }
        return Optional.ofNullable(known.get(task)).orElseThrow(() -> SubmissionRefused.unknownTask(task));
    }

    /** Nobody completes a task who does not hold its {@code role@scope}, nor one that somebody else has claimed. */
    private static String mayComplete(DelegateTask task) {
        Authentication who = Optional.ofNullable(Context.getCommandContext().getAuthentication())
                .orElseThrow(SubmissionRefused::notYours);
        Holders.check(task, who);
        return who.getUserId();
    }
}
