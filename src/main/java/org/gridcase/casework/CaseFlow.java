package org.gridcase.casework;

import java.time.Instant;
import org.gridcase.grid.Location;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** The flow of a case's work, as the core needs it; the engine is behind it. */
public interface CaseFlow {

    int releaseInForce();

    /** Starts {@code case-handling} under that release. */
    void start(CaseId id, int release, Location location, boolean reopened);

    /** Ends a flow that still waits for the reporter's answer, because work starts again. */
    void reopened(CaseId id);

    /** The reporter has answered. */
    void rated(CaseId id);

    /** Ends the flow wherever it stands. */
    void annulled(CaseId id);

    /** Its open tasks are due then; at no time if none. */
    void due(CaseId id, @Nullable Instant at);
}
