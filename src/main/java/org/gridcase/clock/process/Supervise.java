package org.gridcase.clock.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.gridcase.casework.CaseFacts;
import org.gridcase.clock.WatchFlow;
import org.gridcase.clock.WatchRefused;
import org.gridcase.identity.Grant;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Deployments;
import org.gridcase.workflow.ProcessContract;
import org.gridcase.workflow.Variable;
import org.springframework.stereotype.Component;

/** The contract of {@code processes/supervise}: its key, variables and message, and how it is started. */
@Component
class Supervise implements WatchFlow {
    static final String KEY = "supervise";
    static final String CASE_ENDED = "caseEnded";

    static final Variable<String> REPLIER_ROLE = new Variable<>("replierRole", String.class);
    static final Variable<String> REPLIER_SCOPE = new Variable<>("replierScope", String.class);

    private final RuntimeService engine;
    private final Deployments deployments;
    private final Releases releases;

    Supervise(RuntimeService engine, Deployments deployments, Releases releases) {
        this.engine = engine;
        this.deployments = deployments;
        this.releases = releases;
    }

    @Override
    public void start(CaseFacts facts, String replier) {
        String definition = deployments
                .find(releases.get(facts.release()).deploymentId(), KEY)
                .orElseThrow(WatchRefused::noFlow);
        Grant who = Grant.of(replier);
        engine.startProcessInstanceById(
                definition,
                facts.id().toString(),
                Map.ofEntries(
                        ProcessContract.RELEASE.of(facts.release()),
                        ProcessContract.DISTRICT.of(facts.location().district()),
                        REPLIER_ROLE.of(who.role().code()),
                        REPLIER_SCOPE.of(who.scope())));
    }

    @Override
    public void over(CaseId id) {
        engine.createMessageCorrelation(CASE_ENDED)
                .processInstanceBusinessKey(id.toString())
                .correlateAllWithResult();
    }
}
