package org.gridcase.desk.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridcase.casework.CaseFolders;
import org.gridcase.casework.CaseMoved;
import org.gridcase.casework.CaseReported;
import org.gridcase.shared.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gathers the cases that have changed and tells every node a few times a second. Outside the moves' own transactions:
 * PostgreSQL commits transactions that notify one after another.
 */
@Component
class ChangeNews implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeNews.class);
    private static final long GATHERED_FOR_MILLIS = 200;
    /** As many as surely fit into one notification of 8,000 bytes. */
    private static final int TOLD_AT_ONCE = 50;

    private final Set<CaseId> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "case-changes");
        thread.setDaemon(true);
        return thread;
    });
    private final CaseFolders cases;
    private final JdbcClient jdbc;

    ChangeNews(CaseFolders cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @EventListener
    void moved(CaseMoved moved) {
        afterCommit(moved.id());
    }

    @EventListener
    void reported(CaseReported reported) {
        afterCommit(reported.id());
    }

    private void afterCommit(CaseId id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remember(id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remember(id);
            }
        });
    }

    private void remember(CaseId id) {
        changed.add(id);
        if (due.compareAndSet(false, true)) {
            teller.schedule(this::publish, GATHERED_FOR_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void publish() {
        due.set(false);
        List<CaseId> gathered = new ArrayList<>(changed);
        gathered.forEach(changed::remove);
        try {
            for (int from = 0; from < gathered.size(); from += TOLD_AT_ONCE) {
                tell(gathered.subList(from, Math.min(gathered.size(), from + TOLD_AT_ONCE)));
            }
        } catch (RuntimeException lost) {
            LOG.warn("{} changes were not told; pages look again by themselves", gathered.size(), lost);
        }
    }

    private void tell(List<CaseId> some) {
        String news = cases.of(some).values().stream()
                .map(folder -> Change.of(folder.facts()).text())
                .reduce((one, other) -> one + "\n" + other)
                .orElse("");
        jdbc.sql("select pg_notify(?, ?)")
                .param(ChangeWire.CHANNEL)
                .param(news)
                .query((row, n) -> true)
                .list();
    }

    @Override
    public void destroy() {
        teller.shutdownNow();
    }
}
