package org.gridcase.desk.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/** A case as one line of the API's list. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseLine(
        String id,
        String number,
        Stage stage,
        @JsonProperty("class") @Nullable String serviceClass,
        String description,
        @Nullable String address,
        String district,
        String street,
        String grid,
        @Nullable String unit,
        Instant reportedAt,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt) {

    static CaseLine of(CaseSummary it) {
        return new CaseLine(
                it.id().toString(),
                it.number(),
                it.stage(),
                it.serviceCode(),
                it.description(),
                it.address(),
                it.district(),
                it.street(),
                it.grid(),
                it.unit(),
                it.reportedAt(),
                it.dueAt(),
                it.closedAt());
    }
}
