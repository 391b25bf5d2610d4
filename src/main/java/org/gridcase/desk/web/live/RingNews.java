package org.gridcase.desk.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.gridcase.notice.Rung;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers whose bells have rung and tells every node twice a second, as {@link ChangeNews} does of cases. */
@Component
class RingNews {
    private static final Logger LOG = LoggerFactory.getLogger(RingNews.class);
    /** As many as surely fit into one notification of 8,000 bytes. */
    private static final int TOLD_AT_ONCE = 25;

    private final Set<String> rung = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final JdbcClient jdbc;

    RingNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void rung(Rung bells) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rung.addAll(bells.accounts());
            }
        });
    }

    @Scheduled(fixedDelay = 500)
    void publish() {
        if (rung.isEmpty() || !telling.compareAndSet(false, true)) {
            return;
        }
        List<String> gathered = new ArrayList<>(rung);
        gathered.forEach(rung::remove);
        try {
            for (int from = 0; from < gathered.size(); from += TOLD_AT_ONCE) {
                tell(gathered.subList(from, Math.min(gathered.size(), from + TOLD_AT_ONCE)));
            }
        } catch (RuntimeException lost) {
            LOG.warn("{} bells were not rung; pages look again by themselves", gathered.size(), lost);
        } finally {
            telling.set(false);
        }
    }

    private void tell(List<String> some) {
        String news = some.stream().map(account -> new Ring(account).text()).collect(Collectors.joining("\n"));
        jdbc.sql("select pg_notify(?, ?)")
                .params(ChangeWire.CHANNEL, news)
                .query((row, n) -> true)
                .list();
    }
}
