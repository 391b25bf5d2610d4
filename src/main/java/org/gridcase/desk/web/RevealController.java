package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.desk.person.Asked;
import org.gridcase.desk.person.RevealRefused;
import org.gridcase.desk.person.Reveals;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case's page with its reporter unmasked: the answer to one question, under no address that shows it again. */
@Controller
@RequestMapping("/cases/{id}/reveal")
class RevealController {
    private final Reveals reveals;
    private final CaseSearch search;
    private final Sights sights;
    private final CaseViews views;
    private final PersonViews persons;
    private final Naming naming;
    private final Whys whys;

    RevealController(
            Reveals reveals,
            CaseSearch search,
            Sights sights,
            CaseViews views,
            PersonViews persons,
            Naming naming,
            Whys whys) {
        this.reveals = reveals;
        this.search = search;
        this.sights = sights;
        this.views = views;
        this.persons = persons;
        this.naming = naming;
        this.whys = whys;
    }

    /** For whoever changes the language or comes back. */
    @GetMapping
    String masked(@PathVariable UUID id) {
        return "redirect:/cases/" + id;
    }

    @PostMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String why,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(name = "field", required = false) @Nullable Set<String> fields,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        var asked = new Asked(why, words, fields);
        PersonView person = answer(new CaseId(id), asked, who.getName(), locale, response);
        // after it, so that the timeline tells of it
        CaseFacts facts = search.facts(new CaseId(id), sights.of(who.getName()));
        model.addAttribute("view", views.of(facts, who.getName(), locale));
        model.addAttribute("why", whys.of(facts, locale));
        model.addAttribute("person", person);
        return "desk/case";
    }

    private PersonView answer(CaseId id, Asked asked, String account, Locale locale, HttpServletResponse response) {
        try {
            var revealed = reveals.show(id, account, asked);
            return masked(id, account).with(persons.shown(revealed, locale));
        } catch (RevealRefused refused) {
            PersonView person = persons.of(search.facts(id, sights.of(account)), account);
            if (person == null) {
                throw refused;
            }
            response.setStatus(Problems.status(refused.kind()).value());
            return person.refused(
                    naming.in(locale).say(refused.key(), refused.arguments().toArray()), asked);
        }
    }

    private PersonView masked(CaseId id, String account) {
        return Objects.requireNonNull(persons.of(search.facts(id, sights.of(account)), account));
    }
}
