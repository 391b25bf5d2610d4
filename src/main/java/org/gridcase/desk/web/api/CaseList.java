package org.gridcase.desk.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.gridcase.casework.CasePage;
import org.jspecify.annotations.Nullable;

/** A page of the API's list of cases. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CaseList(
        List<CaseLine> cases,

        @Schema(description = "The cursor of the next page; null on the last") @Nullable
        String next) {

    static CaseList of(CasePage page) {
        return new CaseList(page.cases().stream().map(CaseLine::of).toList(), page.next());
    }
}
