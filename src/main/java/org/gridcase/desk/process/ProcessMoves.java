package org.gridcase.desk.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Deployments;
import org.gridcase.workflow.ProcessContract;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the engine move processes to another release's models, each to the activities that are alike in both. */
@Component
class ProcessMoves {
    private static final int MOST_PROCESSES = 20;
    private static final String NO_PLACE = "no migration instruction";
    private static final String NOT_WAITING = "not async";
    private static final String NO_FLOW = "sequence flow";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Deployments deployments;
    private final Releases releases;
    private final TransactionTemplate trial;

    ProcessMoves(
            RuntimeService runtime,
            RepositoryService repository,
            Deployments deployments,
            Releases releases,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.repository = repository;
        this.deployments = deployments;
        this.releases = releases;
        this.trial = new TransactionTemplate(transactions);
        this.trial.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A process of a case stands where the other release has no place for it. */
    static final class Stuck extends RuntimeException {
        final transient Snag snag;

        Stuck(Snag snag) {
            super(snag.key(), null, false, false);
            this.snag = snag;
        }
    }

    /** What would keep this process from moving, found out by moving it in a transaction that is taken back. */
    Optional<Snag> snag(String instance, int release) {
        return Optional.ofNullable(trial.execute(status -> {
            status.setRollbackOnly();
            ProcessInstance one = runtime.createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();
            try {
                if (one != null) {
                    move(one, release);
                }
                return null;
            } catch (Stuck stuck) {
                return stuck.snag;
            }
        }));
    }

    /** @throws Stuck if one of the case's processes cannot move, so that none of them does */
    void move(CaseId id, int release) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .listPage(0, MOST_PROCESSES)
                .forEach(one -> move(one, release));
    }

    private void move(ProcessInstance one, int release) {
        ProcessDefinition from = repository.getProcessDefinition(one.getProcessDefinitionId());
        String target = deployments
                .find(releases.get(release).deploymentId(), from.getKey())
                .orElseThrow(() -> new Stuck(new Snag(from.getKey(), null, "desk.migration.noProcess")));
        if (target.equals(from.getId())) {
            return;
        }
        try {
            var plan = runtime.createMigrationPlan(from.getId(), target)
                    .setVariables(Map.ofEntries(ProcessContract.RELEASE.of(release)))
                    .mapEqualActivities()
                    .build();
            runtime.newMigration(plan).processInstanceIds(one.getId()).execute();
        } catch (MigratingProcessInstanceValidationException refused) {
            throw new Stuck(words(from, target, refused));
        } catch (MigrationPlanValidationException refused) {
            throw new Stuck(new Snag(from.getKey(), null, "desk.migration.unlike"));
        }
    }

    private Snag words(ProcessDefinition from, String target, MigratingProcessInstanceValidationException refused) {
        var report = refused.getValidationReport();
        for (var at : report.getActivityInstanceReports()) {
            if (at.hasFailures()) {
                return snag(from, target, at.getSourceScopeId(), at.getFailures());
            }
        }
        for (var before : report.getTransitionInstanceReports()) {
            if (before.hasFailures()) {
                return snag(from, target, before.getSourceScopeId(), before.getFailures());
            }
        }
        return new Snag(from.getKey(), null, first(report.getFailures()));
    }

    /** The engine's words in plain ones, where they are known. */
    private Snag snag(ProcessDefinition from, String target, String activity, List<String> failures) {
        String said = first(failures).toLowerCase(Locale.ROOT);
        String key = first(failures);
        if (said.contains(NO_PLACE)) {
            key = deployments.activity(target, activity).isPresent()
                    ? "desk.migration.otherKind"
                    : "desk.migration.noPlace";
        } else if (said.contains(NOT_WAITING)) {
            key = "desk.migration.notWaiting";
        } else if (said.contains(NO_FLOW)) {
            key = "desk.migration.noFlow";
        }
        return new Snag(
                from.getKey(), deployments.activity(from.getId(), activity).orElse(activity), key);
    }

    private static String first(List<String> failures) {
        return failures.isEmpty() ? "desk.migration.unlike" : failures.get(0);
    }
}
