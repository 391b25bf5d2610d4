package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.clock.TimeMove;
import org.gridcase.desk.Asking;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking about a case's time from its page, on which a refusal is said with nothing typed lost. */
@Controller
@RequestMapping("/cases/{id}/requests")
class RequestController {
    private final Asking asking;
    private final CaseSearch search;
    private final Sights sights;
    private final CaseViews views;
    private final PersonViews persons;
    private final Naming naming;
    private final Whys whys;

    RequestController(
            Asking asking,
            CaseSearch search,
            Sights sights,
            CaseViews views,
            PersonViews persons,
            Naming naming,
            Whys whys) {
        this.asking = asking;
        this.search = search;
        this.sights = sights;
        this.views = views;
        this.persons = persons;
        this.naming = naming;
        this.whys = whys;
    }

    /** @param act what was asked for: a move's name, {@code withdraw} or {@code resume} */
    record Typed(String act, @Nullable Integer amount, String reason) {}

    /** For whoever changes the language or comes back. */
    @GetMapping({"", "/withdraw", "/resume"})
    String page(@PathVariable UUID id) {
        return "redirect:/cases/" + id;
    }

    @PostMapping
    String ask(
            @PathVariable UUID id,
            @RequestParam TimeMove move,
            @RequestParam(required = false) @Nullable Integer amount,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return act(
                new CaseId(id),
                () -> asking.ask(new CaseId(id), move, amount, reason, who.getName()),
                new Typed(move.name(), amount, reason),
                who,
                locale,
                response,
                model);
    }

    @PostMapping("/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return act(
                new CaseId(id),
                () -> asking.withdraw(new CaseId(id), reason, who.getName()),
                new Typed("withdraw", null, reason),
                who,
                locale,
                response,
                model);
    }

    @PostMapping("/resume")
    String resume(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return act(
                new CaseId(id),
                () -> asking.resume(new CaseId(id), reason, who.getName()),
                new Typed("resume", null, reason),
                who,
                locale,
                response,
                model);
    }

    private String act(
            CaseId id,
            Runnable asked,
            Typed typed,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            asked.run();
            return "redirect:/cases/" + id + "#requests";
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            response.setStatus(Problems.status(refused.kind()).value());
            CaseFacts facts = search.facts(id, sights.of(who.getName()));
            model.addAttribute("view", views.of(facts, who.getName(), locale));
            model.addAttribute("person", persons.of(facts, who.getName()));
            model.addAttribute("why", whys.of(facts, locale));
            model.addAttribute("asked", typed);
            model.addAttribute(
                    "askedRefused",
                    naming.in(locale).say(refused.key(), refused.arguments().toArray()));
            return "desk/case";
        }
    }
}
