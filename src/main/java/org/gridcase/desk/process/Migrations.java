package org.gridcase.desk.process;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseConflict;
import org.gridcase.casework.Cases;
import org.gridcase.identity.Role;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.policy.Standing;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Ids;
import org.gridcase.workflow.Deployments;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Running cases keep the release that they were accepted under, unless an approver lets them go on under the one that is in
 * force where they lie: all of a case's processes and its pin together, a case a transaction.
 */
@Component
public class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final int MOST_GROUPS = 200;
    private static final int MOST_KEPT = 200;
    private static final int TRIES = 3;
    private static final String CASE = "case-handling";

    private final MigrationRows rows;
    private final ProcessMoves processes;
    private final Deployments deployments;
    private final Releases releases;
    private final Drafts drafts;
    private final Cases cases;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Migrations(
            MigrationRows rows,
            ProcessMoves processes,
            Deployments deployments,
            Releases releases,
            Drafts drafts,
            Cases cases,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.processes = processes;
        this.deployments = deployments;
        this.releases = releases;
        this.drafts = drafts;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How many open cases keep to which other release, in the places where this one is in force. */
    @Transactional(readOnly = true)
    public Map<Integer, Integer> behind(int release) {
        return rows.behind(places(release)).stream()
                .collect(Collectors.toMap(MigrationRows.Behind::release, MigrationRows.Behind::number));
    }

    /** What would move and what cannot: of processes that stand alike one is tried, and taken back. Nothing is changed. */
    public List<CaseGroup> preview(int release) {
        return rows.standing(places(release), MOST_GROUPS).stream()
                .map(alike -> new CaseGroup(
                        alike.release(),
                        alike.process(),
                        alike.places().stream()
                                .map(id -> deployments
                                        .activity(alike.definition(), id)
                                        .orElse(id))
                                .distinct()
                                .collect(Collectors.joining(" + ")),
                        alike.number(),
                        processes.snag(alike.sample(), release).orElse(null)))
                .toList();
    }

    /** The last time that somebody moved cases to it. */
    @Transactional(readOnly = true)
    public Optional<MigrationRun> last(int release) {
        return rows.last(release);
    }

    /** Those that stayed, at most so many as a page shows. */
    @Transactional(readOnly = true)
    public List<KeptCase> keptBy(MigrationRun run) {
        return rows.keptBy(run.id(), MOST_KEPT);
    }

    /**
     * Begins to move every open case that can; the work is done behind the scenes, by whichever node is at hand.
     *
     * @throws MigrationRefused by anybody but the city's approvers, without a reason, or if there is nothing to move
     */
    @Transactional
    public UUID begin(int release, String by, String why) {
        demand(by);
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > MigrationRefused.LONGEST_REASON) {
            throw MigrationRefused.withoutReason();
        }
        if (releases.standing(release).state() != Standing.State.IN_FORCE) {
            throw MigrationRefused.notInForce(release);
        }
        int total =
                behind(release).values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            throw MigrationRefused.nothingToMove();
        }
        var run = new MigrationRun(
                Ids.timeOrdered(),
                release,
                MigrationRun.State.RUNNING,
                by,
                reason,
                clock.instant(),
                null,
                total,
                0,
                0,
                null);
        try {
            rows.add(run);
        } catch (DuplicateKeyException another) {
            throw MigrationRefused.underWay();
        }
        audit.record(new AuditEntry(
                by, "policy.migrate", new Subject("release", String.valueOf(release)), reason, Map.of("cases", total)));
        return run.id();
    }

    /** What has moved stays moved. */
    @Transactional
    public void stop(UUID id, String by) {
        demand(by);
        MigrationRun run = rows.hold(id).orElseThrow(MigrationRefused::none);
        rows.end(id, MigrationRun.State.STOPPED, clock.instant());
        audit.record(new AuditEntry(
                by,
                "policy.migrate_stop",
                new Subject("release", String.valueOf(run.release())),
                null,
                Map.of("moved", run.moved())));
    }

    private void demand(String by) {
        if (!drafts.may(by, Role.APPROVER)) {
            throw MigrationRefused.notYours();
        }
    }

    /** A node that ended in the midst of it is followed by another, from the next case on. */
    void sweep() {
        for (UUID run : rows.running()) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = step(run);
            }
        }
    }

    /** @return whether there may be more to do for this node */
    private boolean step(UUID id) {
        var at = new AtomicReference<@Nullable CaseId>();
        for (int i = 1; ; i++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> next(id, at)));
            } catch (ProcessMoves.Stuck stuck) {
                return pass(id, at.get(), stuck.snag);
            } catch (CaseConflict ended) {
                return pass(id, at.get(), null);
            } catch (OptimisticLockingException | OptimisticLockingFailureException moving) {
                if (i == TRIES) {
                    return pass(id, at.get(), new Snag(CASE, null, "desk.migration.busy"));
                }
            } catch (RuntimeException failed) {
                LOG.error("a case was not moved to another release", failed);
                return pass(id, at.get(), new Snag(CASE, null, "desk.migration.error"));
            }
        }
    }

    private boolean next(UUID id, AtomicReference<@Nullable CaseId> at) {
        MigrationRun run = rows.take(id).orElse(null);
        if (run == null) {
            return false;
        }
        CaseId next = rows.next(places(run.release()), run).orElse(null);
        at.set(next);
        if (next == null) {
            rows.end(id, MigrationRun.State.DONE, clock.instant());
            return false;
        }
        int before = cases.followRelease(next, run.release(), run.askedBy(), run.reason());
        processes.move(next, run.release());
        audit.record(new AuditEntry(
                run.askedBy(),
                "case.migrate",
                Subject.of(next),
                run.reason(),
                Map.of("from", before, "to", run.release())));
        rows.moved(id, next);
        return true;
    }

    /** In a transaction of its own, because the one that tried is undone. */
    private boolean pass(UUID id, @Nullable CaseId stays, @Nullable Snag snag) {
        if (stays == null) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (rows.take(id).isEmpty()) {
                return false;
            }
            if (snag == null) {
                rows.passed(id, stays);
            } else {
                rows.kept(id, stays, snag);
            }
            return true;
        }));
    }

    private MigrationRows.Places places(int release) {
        Standing standing = releases.standing(release);
        Map<Integer, Standing> all = new HashMap<>(releases.standings());
        all.remove(release);
        Set<String> others = new TreeSet<>();
        all.values().forEach(other -> others.addAll(other.under()));
        others.remove("");
        Set<String> named = new TreeSet<>(standing.under());
        named.remove("");
        return new MigrationRows.Places(release, named, standing.city(), others);
    }
}
