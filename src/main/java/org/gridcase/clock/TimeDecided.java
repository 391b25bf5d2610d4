package org.gridcase.clock;

import java.time.Instant;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What a unit had asked for was decided, taken back, or became void: told inside the same transaction.
 *
 * @param outcome never open
 * @param by an account, or {@code system} if it became void by itself
 * @param until when a granted suspension ends
 */
public record TimeDecided(
        CaseId id,
        UUID request,
        TimeMove move,
        TimeRequest.State outcome,
        String district,
        String unit,
        String askedBy,
        String by,
        @Nullable Instant until,
        Instant at) {}
