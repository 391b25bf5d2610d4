package org.gridcase.policy.process;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.gridcase.identity.Actors;
import org.gridcase.policy.Draft;
import org.gridcase.policy.Draft.Step;
import org.gridcase.policy.DraftLife;
import org.gridcase.policy.PolicyGroups;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Actor;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.ProcessContract;
import org.gridcase.workflow.SubmissionRefused;
import org.gridcase.workflow.TaskInbox;
import org.gridcase.workflow.Variable;
import org.springframework.stereotype.Component;

/** The contract of {@code policy-life}: its key, variable and messages, and how a draft moves in it. */
@Component
class PolicyLife implements DraftLife {
    static final String KEY = "policy-life";
    static final String CHECKED = "draftChecked";
    static final String CHANGED = "draftChanged";
    static final String WITHDRAWN = "draftWithdrawn";
    static final String IN_FORCE = "draftInForce";
    static final String NOT_IN_FORCE = "draftNotInForce";

    /** Those whose turn it is, as the groups of the task have them. */
    static final Variable<String> APPROVER = new Variable<>("approver", String.class);

    private static final Map<Step, String> OUTCOMES =
            Map.of(Step.APPROVE, "approved", Step.SEND_BACK, "sentBack", Step.PUBLISH, "published");

    private final RuntimeService engine;
    private final IdentityService identity;
    private final TaskInbox inbox;
    private final Actors actors;
    private final PolicyGroups groups;

    PolicyLife(RuntimeService engine, IdentityService identity, TaskInbox inbox, Actors actors, PolicyGroups groups) {
        this.engine = engine;
        this.identity = identity;
        this.inbox = inbox;
        this.actors = actors;
        this.groups = groups;
    }

    @Override
    public void begin(Draft draft) {
        String key = draft.id().toString();
        asTheProgram(() -> {
            if (engine.createProcessInstanceQuery()
                            .processInstanceBusinessKey(key, KEY)
                            .count()
                    == 0) {
                engine.startProcessInstanceByKey(
                        KEY,
                        key,
                        Map.ofEntries(
                                ProcessContract.DISTRICT.of(groups.city()),
                                ProcessContract.RELEASE.of(draft.base()),
                                APPROVER.of(groups.approvers())));
            }
        });
    }

    @Override
    public void follow(Draft draft, Step step) {
        switch (step) {
            case CHANGE -> tell(draft, CHANGED);
            case WITHDRAW -> tell(draft, WITHDRAWN);
            case PUBLISH -> tell(draft, IN_FORCE);
            case FAIL -> tell(draft, NOT_IN_FORCE);
            default -> {
                if (draft.isToApprove()) {
                    tell(draft, CHECKED);
                }
            }
        }
    }

    /** Whoever does not wait for it, is not told. */
    private void tell(Draft draft, String message) {
        asTheProgram(() -> engine.createMessageCorrelation(message)
                .processInstanceBusinessKey(draft.id().toString())
                .setVariable(APPROVER.name(), groups.approvers())
                .correlateAllWithResult());
    }

    @Override
    public void decide(UUID draft, Step step, String by, String why) {
        Actor actor = actors.of(by);
        InboxTask task = inbox.find(actor, new CaseId(draft)).orElseThrow(SubmissionRefused::notYours);
        String outcome = Objects.requireNonNull(OUTCOMES.get(step));
        inbox.complete(
                actor,
                task.id(),
                why.isBlank() ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "reason", why));
    }

    /** What a person may do with a draft has been asked before; to the engine it is the program's own doing. */
    private void asTheProgram(Runnable work) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            work.run();
        } finally {
            if (before != null) {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }
}
