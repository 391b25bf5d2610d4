package org.gridcase.clock;

import org.gridcase.casework.CaseFacts;
import org.gridcase.shared.CaseId;

/** The flow of a watch, as this module needs it; the engine is behind it. */
public interface WatchFlow {

    /** @param replier {@code role@scope} of those who are to reply */
    void start(CaseFacts facts, String replier);

    /** Ends it wherever it stands. */
    void over(CaseId id);
}
