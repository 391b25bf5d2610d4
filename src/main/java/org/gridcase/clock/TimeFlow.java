package org.gridcase.clock;

import java.util.Optional;
import org.gridcase.casework.CaseFacts;
import org.gridcase.shared.CaseId;

/** The processes in which requests about time are decided; the engine is behind it. */
public interface TimeFlow {

    /**
     * Starts the process of the request, under the release that the case is pinned to.
     *
     * @param approver code of the role that decides
     */
    void asked(TimeRequest request, CaseFacts facts, String approver);

    /** Ends it wherever it waits. */
    void over(TimeRequest request);

    /** A suspension need not wait for its time. */
    void resumed(TimeRequest request);

    /** Who has claimed the task that the case itself waits for. */
    Optional<String> holder(CaseId id);
}
