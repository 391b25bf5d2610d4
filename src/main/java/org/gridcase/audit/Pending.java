package org.gridcase.audit;

import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has to tell. It is appended when all else is done: the chain's end is held for the commit alone,
 * and nobody who holds it waits for another lock.
 */
class Pending implements TransactionSynchronization {
    private final Chain chain;
    private final List<AuditEntry> entries = new ArrayList<>();
    private boolean appended;

    private Pending(Chain chain) {
        this.chain = chain;
    }

    static Pending ofThisTransaction(Chain chain) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findAny()
                .orElseGet(() -> begun(chain));
    }

    private static Pending begun(Chain chain) {
        var pending = new Pending(chain);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(AuditEntry entry) {
        // something else that waits for the commit may have more to tell
        if (appended) {
            chain.append(entry);
        } else {
            entries.add(entry);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        appended = true;
        entries.forEach(chain::append);
    }
}
