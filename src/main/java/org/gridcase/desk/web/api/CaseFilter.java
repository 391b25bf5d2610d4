package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.gridcase.casework.CaseOrder;
import org.gridcase.casework.CaseQuery;
import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.BindParam;

/** What a caller of the list of cases may ask for, as query parameters. */
record CaseFilter(
        @Parameter(description = "A case's number, such as GC20261123-000017") @Nullable
        String number,

        @Parameter(description = "Words that description and address hold; two Chinese characters at least") @Nullable
        String words,

        @Parameter(description = "Code of an area of any level") @Nullable
        String area,

        @Parameter(name = "class", description = "Service code such as M06010, or its group M06")
        @BindParam("class")
        @Nullable
        String serviceClass,

        @Parameter(description = "One or more, separated by commas") @Nullable
        Set<Stage> stage,

        @Parameter(description = "Code of the unit that handles it") @Nullable
        String unit,

        @Parameter(description = "Reported then or later, ISO 8601 with an offset")
        @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable
        OffsetDateTime from,

        @Parameter(description = "Reported before, ISO 8601 with an offset")
        @DateTimeFormat(iso = ISO.DATE_TIME)
        @Nullable
        OffsetDateTime to,

        @Parameter(description = "At most 100; 50 unless told") @Nullable
        Integer limit,

        @Parameter(description = "next of the page before") @Nullable
        String cursor) {

    CaseQuery query() {
        return new CaseQuery(
                given(number) == null ? words : number,
                given(area),
                given(serviceClass),
                stage == null ? Set.of() : stage,
                given(unit),
                instant(from),
                instant(to),
                CaseOrder.NEWEST,
                cursor,
                limit == null ? 50 : limit);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.replace("\u0000", "");
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
