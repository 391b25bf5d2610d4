package org.gridcase.catalogue;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts what we ship into an empty database, once however many nodes start. */
@Component
class FirstEdition {
    private final CatalogueTables tables;
    private final TransactionTemplate transaction;

    FirstEdition(CatalogueTables tables, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
    }

    void loadOnce() {
        if (tables.newestVersion() == 0) {
            transaction.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        tables.lock();
        if (tables.newestVersion() == 0) {
            List<CaseClass> classes = Shipped.classes();
            tables.addClasses(classes);
            tables.add(Shipped.filingRows(new Classes(classes)).all(), null);
        }
    }
}
