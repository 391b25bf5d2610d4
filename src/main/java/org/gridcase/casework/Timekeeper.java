package org.gridcase.casework;

import java.time.Instant;
import org.gridcase.catalogue.Limit;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** Keeps the clocks of a case: asked within every move that changes its stage, in the same transaction. */
public interface Timekeeper {

    /** @return what is due from now on */
    Due passed(Passage passage);

    /**
     * A case goes from one stage to another.
     *
     * @param from none for a case that has just been reported
     * @param limit of handling, once it is filed
     */
    record Passage(
            CaseId id,
            String district,
            Move move,
            @Nullable Stage from,
            Stage to,
            Instant at,
            String actor,
            @Nullable String serviceCode,
            @Nullable Limit limit,
            @Nullable String unit) {}

    /**
     * @param dueAt none while no limit runs; of an ended case the last
     * @param late whether whoever handled it ever took longer than the limit
     */
    record Due(@Nullable Instant yellowAt, @Nullable Instant dueAt, boolean late) {}
}
