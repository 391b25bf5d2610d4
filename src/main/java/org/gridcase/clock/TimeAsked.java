package org.gridcase.clock;

import java.time.Instant;
import java.util.UUID;
import org.gridcase.catalogue.Limit;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A unit asks for something about its time: told inside the transaction in which it is asked.
 *
 * @param amount none for an appeal
 * @param approvers {@code role@scope} that decides
 */
public record TimeAsked(
        CaseId id,
        UUID request,
        TimeMove move,
        String district,
        String unit,
        @Nullable Limit amount,
        String by,
        String approvers,
        Instant at) {}
