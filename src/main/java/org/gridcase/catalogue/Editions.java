package org.gridcase.catalogue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the edition in force at hand, so that reading the catalogue costs no query. */
@Component
class Editions {
    /** How long a node may still read the version before an import that another node took in. */
    private static final long STALE_AFTER = Duration.ofSeconds(5).toNanos();

    private final CatalogueTables tables;
    private final TransactionTemplate committed;
    private final AtomicLong checked = new AtomicLong();
    private volatile Edition current;

    Editions(CatalogueTables tables, FirstEdition first, PlatformTransactionManager transactions) {
        this.tables = tables;
        // a transaction of its own sees only what is committed, whatever the caller's has written
        this.committed = new TransactionTemplate(transactions);
        this.committed.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        first.loadOnce();
        this.current = read();
        this.checked.set(System.nanoTime());
    }

    Edition current() {
        long last = checked.get();
        long now = System.nanoTime();
        if (now - last > STALE_AFTER && checked.compareAndSet(last, now)) {
            refresh();
        }
        return current;
    }

    /** Reads the newest version if it is not the one at hand. */
    synchronized void refresh() {
        Integer newest = committed.execute(status -> tables.newestVersion());
        if (newest != null && newest != current.version()) {
            current = read();
        }
    }

    private Edition read() {
        Edition edition = committed.execute(status -> tables.newest());
        if (edition == null) {
            throw new IllegalStateException("no edition");
        }
        return edition;
    }
}
