package org.gridcase.casework;

import java.time.Instant;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** A case as one line of a list; nothing personal. */
public record CaseSummary(
        CaseId id,
        String number,
        Stage stage,
        String description,
        @Nullable String address,
        String district,
        String street,
        String grid,
        @Nullable String serviceCode,
        @Nullable String proposedUnit,
        @Nullable String unit,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dueAt,
        Instant movedAt,
        @Nullable Instant closedAt) {}
