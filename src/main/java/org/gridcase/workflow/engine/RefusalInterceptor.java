package org.gridcase.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.gridcase.shared.Refusal;
import org.gridcase.workflow.SubmissionRefused;
import org.jspecify.annotations.Nullable;

/** Brings a refusal out from under the exceptions the engine wraps around it. */
class RefusalInterceptor extends CommandInterceptor {
    private static final String OTHER_DISTRICT = "belongs to no authenticated tenant";

    private final Refusals refusals;

    RefusalInterceptor(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failure) {
            Refusal refusal = refusalIn(failure);
            if (refusal == null) {
                throw failure;
            }
            refusals.met(refusal);
            throw refusal;
        }
    }

    private static @Nullable Refusal refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            // the engine has no exception of its own for what belongs to another district
            if (cause instanceof ProcessEngineException
                    && String.valueOf(cause.getMessage()).contains(OTHER_DISTRICT)) {
                return SubmissionRefused.notYours();
            }
        }
        return null;
    }
}
