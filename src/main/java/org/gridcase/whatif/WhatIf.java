package org.gridcase.whatif;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Role;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Rulebooks;
import org.gridcase.shared.Ids;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.FlowModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries a draft's flow on a past of the city, behind everybody's back: nothing of it touches a case. */
@Component
public class WhatIf implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(WhatIf.class);
    /** Steps that the program's timelines tell of. */
    private static final Set<String> TOLD = Set.of(
            "classifyCase",
            "handleOnSpot",
            "checkMinor",
            "fileCase",
            "confirmOnSite",
            "dispatchCase",
            "handleCase",
            "checkOnSite");

    private final Trials trials;
    private final Study study;
    private final Rulebooks rulebooks;
    private final Drafts drafts;
    private final Grids grids;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone;
    private final TransactionTemplate transaction;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "what-if");
        thread.setDaemon(true);
        return thread;
    });

    WhatIf(
            Trials trials,
            Study study,
            Rulebooks rulebooks,
            Drafts drafts,
            Grids grids,
            Audit audit,
            Clock clock,
            ZoneId zone,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.trials = trials;
        this.study = study;
        this.rulebooks = rulebooks;
        this.drafts = drafts;
        this.grids = grids;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /** A step of a draft that nobody has ever done: its id, what it is called, and whose it is. */
    public record NewStep(String id, String name, String role) {}

    /** Whether they may try drafts out: whoever draws them up or approves them. */
    public boolean may(String account) {
        return drafts.may(account, Role.ANALYST) || drafts.may(account, Role.APPROVER);
    }

    /**
     * Those of the draft's tasks whose time has to be assumed.
     *
     * @throws Refusal if the draft holds what may not be run
     */
    public List<NewStep> newSteps(UUID draft) {
        return Study.unknown(flow(rulebooks.ofDraft(draft)), TOLD).stream()
                .map(task -> new NewStep(task.id(), task.name(), task.role().orElse("")))
                .toList();
    }

    /** On the city's clocks; days that are over end before it. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The last one of that draft. */
    public Optional<Run> latest(UUID draft) {
        return trials.latest(draft, rulebooks.hash(draft));
    }

    /** @throws WhatIfRefused if that draft has no such trial */
    public Run run(UUID draft, UUID id) {
        return trials.find(id, rulebooks.hash(draft))
                .filter(run -> run.draft().equals(draft))
                .orElseThrow(WhatIfRefused::none);
    }

    /**
     * Begins a trial, and does not wait for it.
     *
     * @throws Refusal if it is not theirs to ask for, asks for too much, or one is under way
     */
    public UUID begin(UUID draft, Wanted asked, String by) {
        if (!may(by)) {
            throw WhatIfRefused.notYours();
        }
        drafts.get(draft);
        Wanted wanted = asked.checked(today());
        if (wanted.district() != null && !AreaLevel.DISTRICT.isCode(wanted.district())
                || wanted.district() != null && grids.area(wanted.district()).isEmpty()) {
            throw WhatIfRefused.district();
        }
        wanted.assumed().values().forEach(WhatIf::knownRole);
        var book = rulebooks.ofDraft(draft);
        Study.unknown(flow(book), TOLD).stream()
                .filter(task -> !wanted.assumed().containsKey(task.id()))
                .findFirst()
                .ifPresent(task -> {
                    throw WhatIfRefused.minutesMissing(task.name());
                });
        study.look(wanted);
        UUID id = Ids.timeOrdered();
        transaction.executeWithoutResult(status -> {
            trials.begin(id, draft, book.hash(), by, wanted);
            audit.record(new AuditEntry(
                    by,
                    "policy.what_if",
                    new Subject("draft", draft.toString()),
                    null,
                    Map.of("days", wanted.days(), "district", String.valueOf(wanted.district()))));
        });
        worker.execute(() -> work(id, wanted, book));
        return id;
    }

    /** @throws WhatIfRefused if it is not theirs to stop, or there is none */
    public void cancel(UUID draft, UUID id, String by) {
        if (!may(by)) {
            throw WhatIfRefused.notYours();
        }
        run(draft, id);
        transaction.executeWithoutResult(status -> {
            if (trials.cancel(id)) {
                audit.record(new AuditEntry(
                        by, "policy.what_if_cancelled", new Subject("draft", draft.toString()), null, Map.of()));
            }
        });
    }

    private void work(UUID id, Wanted wanted, Rulebooks.Book book) {
        try {
            trials.done(id, study.of(wanted, rulebooks.inForce(), book, new Told(id)));
        } catch (CancellationException nobodyWantsIt) {
            LOG.debug("what-if {} was cancelled", id);
        } catch (Refusal refused) {
            trials.failed(id, refused.key());
        } catch (RuntimeException | Error e) {
            LOG.error("what-if {} failed", id, e);
            trials.failed(id, "whatif.failed");
        }
    }

    /** Says how far it is, twice a second at most. */
    private final class Told implements Progress {
        private static final long OFTEN = 500;
        private final UUID id;
        private long last;

        Told(UUID id) {
            this.id = id;
        }

        @Override
        public void at(double share) {
            long now = clock.millis();
            if (now - last >= OFTEN || now < last) {
                last = now;
                if (Thread.currentThread().isInterrupted() || !trials.alive(id, (int) Math.min(99, 100 * share))) {
                    throw new CancellationException();
                }
            }
        }
    }

    private static FlowModel flow(Rulebooks.Book book) {
        try {
            return FlowModel.read(book.flow(), Study.PROCESS);
        } catch (IllegalArgumentException none) {
            throw WhatIfRefused.unreadable();
        }
    }

    private static void knownRole(Assumed it) {
        if (!it.role().isEmpty()) {
            try {
                Role.of(it.role());
            } catch (IllegalArgumentException none) {
                throw WhatIfRefused.role();
            }
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
