package org.gridcase.photo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes photos that no report or task took; several nodes may do so at once. */
@Component
class Sweeping {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int BATCH = 500;

    private final PhotoRows rows;
    private final PhotoStore store;
    private final TransactionTemplate transaction;

    Sweeping(PhotoRows rows, PhotoStore store, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.store = store;
        // its own, also after the commit of another
        this.transaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void sweepYesterday() {
        sweep(Instant.now().minus(KEPT));
    }

    int sweep(Instant olderThan) {
        int gone = rows.deleteUnattached(olderThan);
        deleteUnused();
        return gone;
    }

    /** If it fails, the next hour's sweep does it. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deleteUnused();
            }
        });
    }

    private void deleteUnused() {
        List<Sha256> unused;
        do {
            unused = rows.unusedFiles(BATCH);
        } while (unused.stream().filter(this::deleteFile).count() == BATCH);
    }

    /** The row goes last: if we stop half-way, the next sweep or the next upload of the same bytes finishes. */
    private boolean deleteFile(Sha256 hash) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!rows.lockFile(hash) || !rows.deleteFile(hash)) {
                return false;
            }
            for (Rendition rendition : Rendition.values()) {
                store.delete(hash, rendition);
            }
            return true;
        }));
    }
}
