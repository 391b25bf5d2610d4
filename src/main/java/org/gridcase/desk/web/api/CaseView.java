package org.gridcase.desk.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Move;
import org.gridcase.casework.Stage;
import org.gridcase.policy.DecisionRecord;
import org.jspecify.annotations.Nullable;

/** A case whole, as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Case")
record CaseView(
        String id,
        String number,
        Stage stage,

        @JsonProperty("class") @Schema(description = "Service code such as M06010") @Nullable
        String serviceClass,

        @Nullable Boolean minor,

        @Schema(description = "Code of the third-level grid")
        String grid,

        @Schema(description = "Code of the unit that handles it") @Nullable
        String unit,

        @Schema(description = "The policy release the case is pinned to")
        int release,

        TimeLimit limit,

        @Schema(description = "What policy proposes for filing and dispatch")
        Proposed proposed,

        Instant reportedAt,
        Place place,
        String description,
        List<Step> timeline,
        List<Decision> decisions) {

    /** How long handling may take. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TimeLimit(
            @Nullable Integer amount,
            @Nullable String kind,
            @Nullable Instant dueAt) {}

    /** A row of the filing standard and a unit, until people have chosen. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Proposed(@Nullable String row, @Nullable String unit) {}

    /** Where it is: degrees in CGCS2000, and the reporter's words. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Place(
            double longitude, double latitude, @Nullable String address) {}

    /** What happened. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Step(
            Instant at,
            String actor,
            Move action,
            Stage stage,
            @Nullable String reason,
            Map<String, ?> detail) {

        static Step of(Entry it) {
            return new Step(it.at(), it.actor(), it.move(), it.stage(), it.reason(), it.detail());
        }
    }

    /** What policy decided, and who decided otherwise. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Decision(
            String decision,
            int release,
            String table,
            String row,
            Map<String, Object> inputs,
            Map<String, Object> output,
            @Nullable String overriddenBy,
            @Nullable Map<String, Object> overriddenTo,
            @Nullable String reason) {

        static Decision of(DecisionRecord it) {
            var other = it.overridden();
            return new Decision(
                    it.decision(),
                    it.release(),
                    it.table(),
                    it.row(),
                    it.inputs(),
                    it.output(),
                    other == null ? null : other.by(),
                    other == null ? null : other.to(),
                    other == null ? null : other.reason());
        }
    }

    static CaseView of(CaseFacts it, List<Entry> timeline, List<DecisionRecord> decisions) {
        return new CaseView(
                it.id().toString(),
                it.number(),
                it.stage(),
                it.serviceCode(),
                it.minor(),
                it.location().grid(),
                it.unit(),
                it.release(),
                new TimeLimit(it.limitAmount(), it.limitKind(), it.dueAt()),
                new Proposed(it.proposedRow(), it.proposedUnit()),
                it.reportedAt(),
                new Place(it.place().longitude(), it.place().latitude(), it.address()),
                it.description(),
                timeline.stream().map(Step::of).toList(),
                decisions.stream().map(Decision::of).toList());
    }
}
