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
        @Nullable Instant yellowAt,
        boolean late,
        Instant movedAt,
        @Nullable Instant closedAt) {

    public static CaseSummary of(CaseFacts facts) {
        return new CaseSummary(
                facts.id(),
                facts.number(),
                facts.stage(),
                facts.description(),
                facts.address(),
                facts.location().district(),
                facts.location().street(),
                facts.location().grid(),
                facts.serviceCode(),
                facts.proposedUnit(),
                facts.unit(),
                facts.reportedAt(),
                facts.filedAt(),
                facts.dueAt(),
                facts.yellowAt(),
                facts.late(),
                facts.movedAt(),
                facts.closedAt());
    }
}
