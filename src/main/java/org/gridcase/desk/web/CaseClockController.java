package org.gridcase.desk.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.shared.CaseId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case's clocks and ledgers as on its page, for where the engine's web apps show them. */
@RestController
class CaseClockController {
    private final CaseSearch search;
    private final Sights sights;
    private final ClockViews views;
    private final Naming naming;
    private final Audit audit;

    CaseClockController(CaseSearch search, Sights sights, ClockViews views, Naming naming, Audit audit) {
        this.search = search;
        this.sights = sights;
        this.views = views;
        this.naming = naming;
        this.audit = audit;
    }

    /** A case with its clocks. */
    record CaseClocks(String id, String number, List<ClockView> clocks) {}

    @GetMapping("/work/cases/{id}/clocks")
    CaseClocks clocks(@PathVariable UUID id, Principal who, Locale locale) {
        CaseFacts facts = search.facts(new CaseId(id), sights.of(who.getName()));
        audit.read(who.getName(), Subject.of(facts.id()));
        return new CaseClocks(facts.id().toString(), facts.number(), views.of(facts.id(), naming.in(locale)));
    }
}
