package org.gridcase.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what the catalogue says at hand: its classes, and the rows of each version asked for, which never change. */
@Component
class Editions {
    private static final int KEPT = 64;

    private final CatalogueTables tables;
    private final TransactionTemplate committed;
    private final Classes classes;
    private final Map<Integer, FilingRows> rows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, FilingRows> eldest) {
            return size() > KEPT;
        }
    };

    Editions(CatalogueTables tables, FirstEdition first, PlatformTransactionManager transactions) {
        this.tables = tables;
        // a transaction of its own sees only what is committed: a number that is given back may be given again
        this.committed = new TransactionTemplate(transactions);
        this.committed.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        first.loadOnce();
        this.classes = new Classes(tables.classes());
    }

    Classes classes() {
        return classes;
    }

    int newest() {
        return tables.newestVersion();
    }

    /** None of a version that there is not. */
    FilingRows rows(int version) {
        FilingRows known = known(version);
        return known == null ? read(version) : known;
    }

    private @Nullable FilingRows known(int version) {
        synchronized (rows) {
            return rows.get(version);
        }
    }

    /** One at a time, so that not all who wait take a connection more. */
    private synchronized FilingRows read(int version) {
        FilingRows known = known(version);
        if (known != null) {
            return known;
        }
        FilingRows read = committed.execute(status -> tables.rows(version));
        if (read == null || read.equals(FilingRows.NONE)) {
            return FilingRows.NONE;
        }
        synchronized (rows) {
            rows.put(version, read);
        }
        return read;
    }
}
