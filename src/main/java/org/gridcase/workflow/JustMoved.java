package org.gridcase.workflow;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;

/** What is done to a process that may be going on at the same moment. */
public final class JustMoved {
    private JustMoved() {}

    /** @throws OptimisticLockingFailureException if it has gone on meanwhile: whoever asked may try again */
    public static void told(Runnable work) {
        try {
            work.run();
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("its process has just gone on", e);
        }
    }
}
