package org.gridcase.clock;

import java.time.Instant;
import java.util.UUID;
import org.gridcase.shared.CaseId;

/**
 * A suspended clock goes on: told inside the transaction in which it does.
 *
 * @param by an account, or {@code system} at the end of its time
 */
public record TimeResumed(CaseId id, UUID request, String district, String unit, String by, Instant at) {}
