package org.gridcase.casework;

import java.time.Instant;
import org.gridcase.grid.Location;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands now; nothing personal.
 *
 * @param proposedRow row of the filing standard that policy proposes
 * @param proposedUnit unit that policy proposes
 * @param filingVersion version of the filing standard whose row it was filed under
 * @param limitAmount how much time handling may take, in units of {@code limitKind}
 * @param returns how often it was sent back
 * @param reworks how often a check failed
 * @param dueAt when what it waits for is due; none while no limit runs; of an ended case the last
 * @param yellowAt when that is near
 * @param late whether handling ever took longer than its limit
 * @param satisfaction 1 to 5 stars
 */
public record CaseFacts(
        CaseId id,
        String number,
        Stage stage,
        String channel,
        String description,
        GeoPoint place,
        @Nullable String address,
        Location location,
        @Nullable String serviceCode,
        @Nullable Boolean minor,
        boolean checkMinor,
        @Nullable String proposedRow,
        @Nullable String proposedUnit,
        @Nullable String filingRow,
        @Nullable Integer filingVersion,
        @Nullable Integer limitAmount,
        @Nullable String limitKind,
        @Nullable String unit,
        int returns,
        int reworks,
        int reopened,
        int release,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dueAt,
        @Nullable Instant yellowAt,
        boolean late,
        Instant movedAt,
        @Nullable Instant closedAt,
        @Nullable Integer satisfaction,
        @Nullable CaseId joinedTo) {}
