package org.gridcase.casework;

import java.time.Instant;
import java.util.Collection;
import org.gridcase.grid.Location;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** The flow of a case's work, as the core needs it; the engine is behind it. */
public interface CaseFlow {

    /** For what is reported in that district now. */
    int releaseInForce(String district);

    /** Starts {@code case-handling} under that release. */
    void start(CaseId id, int release, Location location, boolean reopened);

    /** Ends a flow that still waits for the reporter's answer, because work starts again. */
    void reopened(CaseId id);

    /** The reporter has answered. */
    void rated(CaseId id);

    /** Ends the flow wherever it stands. */
    void annulled(CaseId id);

    /**
     * Its open tasks are due then; at no time if none.
     *
     * @param urgency one of {@link org.gridcase.workflow.Urgency}
     */
    void due(CaseId id, @Nullable Instant at, int urgency);

    /** The open tasks of all of them are as urgent as that now. */
    void urgent(Collection<CaseId> ids, int urgency);
}
