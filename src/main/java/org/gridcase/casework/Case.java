package org.gridcase.casework;

import java.time.Instant;
import java.util.UUID;
import org.gridcase.catalogue.FilingRow;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** One thing to be put right. Its stage changes only by a {@link Move} that the present stage allows. */
@Table("city_case")
class Case {
    @Id
    UUID id;

    Stage stage;
    String district;
    int release;
    Instant movedAt;

    @Nullable
    String serviceCode;

    @Nullable
    Long catalogueVersion;

    @Nullable
    Boolean minor;

    @Nullable
    Boolean checkMinor;

    @Nullable
    String proposedRow;

    @Nullable
    Double proposedFactor;

    @Nullable
    String proposedUnit;

    @Nullable
    String filingRow;

    @Nullable
    Integer filingVersion;

    @Nullable
    Integer limitAmount;

    @Nullable
    String limitKind;

    @Nullable
    String unit;

    int returns;
    int reworks;
    int reopened;

    @Nullable
    Instant filedAt;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant yellowAt;

    boolean late;

    @Nullable
    Instant closedAt;

    @Nullable
    Integer satisfaction;

    @Nullable
    UUID joinedTo;

    @Version
    @Nullable
    Integer version;

    /** For the mapper, which fills in every field. */
    @SuppressWarnings("NullAway.Init")
    private Case() {}

    static Case reported(CaseId id, String district, int release, Instant at) {
        var fresh = new Case();
        fresh.id = id.value();
        fresh.stage = Stage.REPORTED;
        fresh.district = district;
        fresh.release = release;
        fresh.movedAt = at;
        return fresh;
    }

    /** @throws CaseConflict if the present stage does not allow the move */
    void move(Move move, Instant at) {
        stage = stage.after(move);
        movedAt = at;
    }

    /** The row's limit, adjusted by policy if it is the row that policy proposed. */
    Limit limitUnder(FilingRow row) {
        Limit limit = row.limit();
        if (proposedFactor == null || !row.code().equals(proposedRow)) {
            return limit;
        }
        return limit.times(proposedFactor);
    }

    /** How long handling may take; none before it is filed. */
    @Nullable
    Limit limit() {
        return limitAmount == null || limitKind == null ? null : new Limit(limitAmount, LimitKind.valueOf(limitKind));
    }

    void keepTime(Timekeeper.Due due) {
        yellowAt = due.yellowAt();
        dueAt = due.dueAt();
        late = due.late();
    }

    /** An administrator puts it where its process now stands. */
    void place(Stage there, Instant at) {
        if (stage.ended() && stage != there) {
            throw CaseConflict.stagePassed(stage);
        }
        stage = there;
        movedAt = at;
    }

    /** From now on it is pinned to that release. */
    void follow(int other, Instant at) {
        if (stage.ended()) {
            throw CaseConflict.stagePassed(stage);
        }
        release = other;
        movedAt = at;
    }
}
