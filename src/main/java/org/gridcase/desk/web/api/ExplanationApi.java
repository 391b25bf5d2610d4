package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.desk.web.TodayView;
import org.gridcase.desk.web.WhyView;
import org.gridcase.desk.web.Whys;
import org.gridcase.shared.CaseId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a case was decided as it was, and what today's rules would say. */
@RestController
@RequestMapping(path = "/api/cases/{id}/explanation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class ExplanationApi {
    private final CaseSearch search;
    private final Sights sights;
    private final Whys whys;
    private final Audit audit;

    ExplanationApi(CaseSearch search, Sights sights, Whys whys, Audit audit) {
        this.search = search;
        this.sights = sights;
        this.whys = whys;
        this.audit = audit;
    }

    @GetMapping
    @Operation(
            summary = "Why this class, unit and limit",
            description = "A sentence each in the caller's language, with the row of the table that decided; earlier "
                    + "holds what was decided before the case came back")
    WhyView why(@PathVariable UUID id, Principal caller, Locale locale) {
        return whys.of(facts(id, caller), locale);
    }

    @GetMapping("/today")
    @Operation(
            summary = "What the release in force would say",
            description = "Of the same recorded inputs, along class, minor, filing and routing; nothing is written")
    TodayView today(@PathVariable UUID id, Principal caller, Locale locale) {
        return whys.today(facts(id, caller), locale);
    }

    private CaseFacts facts(UUID id, Principal caller) {
        CaseFacts facts = search.facts(new CaseId(id), sights.of(caller.getName()));
        audit.read(caller.getName(), Subject.of(facts.id()));
        return facts;
    }
}
