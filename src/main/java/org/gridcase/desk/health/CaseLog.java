package org.gridcase.desk.health;

import org.gridcase.casework.CaseMoved;
import org.gridcase.casework.CaseReported;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A line for each move of a case once it counts: what and whereto, under the case's id; nobody's words or name. */
@Component
class CaseLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.gridcase.cases");
    private static final String CASE = "case";

    @EventListener
    void reported(CaseReported reported) {
        onceItCounts(() -> write(reported.id(), Move.REPORT, Stage.REPORTED));
    }

    @EventListener
    void moved(CaseMoved moved) {
        onceItCounts(() -> write(moved.id(), moved.move(), moved.stage()));
    }

    private static void onceItCounts(Runnable line) {
        // no listener of the event registry, which would keep a row for each line
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                line.run();
            }
        });
    }

    private static void write(CaseId of, Move move, Stage stage) {
        String around = MDC.get(CASE);
        try (var id = MDC.putCloseable(CASE, of.toString())) {
            LOG.info("{} {}", move, stage);
        }
        if (around != null) {
            MDC.put(CASE, around);
        }
    }
}
