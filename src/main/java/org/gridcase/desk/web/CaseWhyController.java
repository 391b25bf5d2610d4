package org.gridcase.desk.web;

import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.CaseSummary;
import org.gridcase.casework.Sights;
import org.gridcase.policy.Explanations;
import org.gridcase.shared.CaseId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What today's rules would say of a case, and the tables that decided it; for whoever may see the case. */
@Controller
@RequestMapping("/cases/{id}/explanation")
class CaseWhyController {
    private final CaseSearch search;
    private final Sights sights;
    private final Whys whys;
    private final CaseLines lines;
    private final Naming naming;
    private final Explanations explanations;
    private final Audit audit;

    CaseWhyController(
            CaseSearch search,
            Sights sights,
            Whys whys,
            CaseLines lines,
            Naming naming,
            Explanations explanations,
            Audit audit) {
        this.search = search;
        this.sights = sights;
        this.whys = whys;
        this.lines = lines;
        this.naming = naming;
        this.explanations = explanations;
        this.audit = audit;
    }

    @GetMapping("/today")
    ModelAndView today(@PathVariable UUID id, Principal who, Locale locale) {
        CaseFacts facts = facts(id, who);
        return new ModelAndView("desk/case-today")
                .addObject("line", lines.of(CaseSummary.of(facts), naming.in(locale)))
                .addObject("today", whys.today(facts, locale));
    }

    /** As the release has it that decided. */
    @GetMapping("/{decision}/table")
    ResponseEntity<byte[]> table(@PathVariable UUID id, @PathVariable UUID decision, Principal who) {
        CaseFacts facts = facts(id, who);
        String path = explanations.record(facts.id(), decision).table();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(path.substring(path.lastIndexOf('/') + 1))
                                .build()
                                .toString())
                .body(explanations.file(facts.id(), decision));
    }

    private CaseFacts facts(UUID id, Principal who) {
        CaseFacts facts = search.facts(new CaseId(id), sights.of(who.getName()));
        audit.read(who.getName(), Subject.of(facts.id()));
        return facts;
    }
}
