package org.gridcase.workflow.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.IdentityLink;
import org.gridcase.workflow.SubmissionRefused;

/** Whose a task is: one of its {@code role@scope} groups, until one of them claims it. */
final class Holders {

    private Holders() {}

    static List<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** @throws SubmissionRefused if it is not this person's, or held by somebody else */
    static void check(DelegateTask task, Authentication who) {
        var held = Optional.ofNullable(who.getGroupIds()).orElse(List.of());
        boolean theirs = groups(task).stream().anyMatch(held::contains);
        if (!theirs) {
            throw SubmissionRefused.notYours();
        }
        if (task.getAssignee() != null && !task.getAssignee().equals(who.getUserId())) {
            throw SubmissionRefused.heldBy(task.getAssignee());
        }
    }
}
