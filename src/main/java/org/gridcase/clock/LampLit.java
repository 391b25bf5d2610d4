package org.gridcase.clock;

import java.time.Instant;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A running clock's lamp turned yellow or red: told once for each, inside the transaction that lights it.
 *
 * @param at when it should have turned, which is not later than now
 * @param unit whose time it is, if it is a unit's
 */
public record LampLit(
        CaseId id,
        Kind clock,
        Lamp lamp,
        Instant at,
        String district,
        @Nullable String unit) {}
