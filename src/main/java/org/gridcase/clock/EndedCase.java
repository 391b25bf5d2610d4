package org.gridcase.clock;

import java.time.Duration;
import java.time.Instant;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * An ended case as supervisors look it up; nothing personal.
 *
 * @param late whoever handled it took longer than the limit: the raw fact
 * @param exempt an appeal was granted
 * @param used counted time of whoever handled it; none if nobody did
 */
public record EndedCase(
        CaseId id,
        String number,
        String street,
        Stage stage,
        @Nullable String serviceCode,
        @Nullable String unit,
        Instant reportedAt,
        Instant closedAt,
        boolean late,
        boolean exempt,
        @Nullable Duration used,
        @Nullable Duration limit) {}
