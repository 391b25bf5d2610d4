package org.gridcase.desk.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.casework.Timeline;
import org.gridcase.desk.Lists;
import org.gridcase.policy.Decisions;
import org.gridcase.shared.CaseId;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases that the caller may know of; others do not exist here. */
@RestController
@RequestMapping(path = "/api/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases", description = "Cases within the caller's sight; whatever lies outside it is not found")
class CasesApi {
    private final CaseSearch search;
    private final Sights sights;
    private final Timeline timeline;
    private final Decisions decisions;
    private final Audit audit;

    CasesApi(CaseSearch search, Sights sights, Timeline timeline, Decisions decisions, Audit audit) {
        this.audit = audit;
        this.search = search;
        this.sights = sights;
        this.timeline = timeline;
        this.decisions = decisions;
    }

    @GetMapping
    @Operation(summary = "Find cases, the last reported first")
    CaseList find(@ParameterObject CaseFilter filter, Principal caller) {
        audit.read(caller.getName(), Lists.CASES);
        return CaseList.of(search.find(filter.query(), sights.of(caller.getName())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A case with its timeline and every decision about it")
    CaseView one(@PathVariable UUID id, Principal caller) {
        var facts = search.facts(new CaseId(id), sights.of(caller.getName()));
        audit.read(caller.getName(), Subject.of(facts.id()));
        return CaseView.of(facts, timeline.of(facts.id()), decisions.of(facts.id()));
    }
}
