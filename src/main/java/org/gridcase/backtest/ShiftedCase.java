package org.gridcase.backtest;

import java.time.Instant;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** A case for which something is another; nothing personal. */
public record ShiftedCase(
        CaseId id,
        String number,
        String district,
        String street,
        @Nullable String serviceCode,
        Instant reportedAt) {}
