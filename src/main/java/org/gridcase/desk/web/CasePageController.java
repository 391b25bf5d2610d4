package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.Subject;
import org.gridcase.casework.CaseFacts;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sights;
import org.gridcase.desk.Supervision;
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
import org.springframework.web.servlet.ModelAndView;

/** A case whole: its page, and what is new on it since. */
@Controller
@RequestMapping("/cases/{id}")
class CasePageController {
    private final CaseSearch search;
    private final Sights sights;
    private final CaseViews views;
    private final PersonViews persons;
    private final Supervision supervision;
    private final Naming naming;
    private final Whys whys;
    private final Audit audit;

    CasePageController(
            CaseSearch search,
            Sights sights,
            CaseViews views,
            PersonViews persons,
            Supervision supervision,
            Naming naming,
            Whys whys,
            Audit audit) {
        this.whys = whys;
        this.audit = audit;
        this.search = search;
        this.sights = sights;
        this.views = views;
        this.persons = persons;
        this.supervision = supervision;
        this.naming = naming;
    }

    @GetMapping
    String page(@PathVariable UUID id, Principal who, Locale locale, Model model) {
        show(id, who, locale, model);
        return "desk/case";
    }

    private void show(UUID id, Principal who, Locale locale, Model model) {
        CaseFacts facts = facts(id, who);
        model.addAttribute("view", views.of(facts, who.getName(), locale));
        model.addAttribute("person", persons.of(facts, who.getName()));
        model.addAttribute("why", whys.of(facts, locale));
    }

    /** Nothing new is said with no content. */
    @GetMapping("/live")
    @Nullable
    ModelAndView live(
            @PathVariable UUID id,
            @RequestParam String seen,
            Principal who,
            Locale locale,
            HttpServletResponse response) {
        CaseView view = views.of(facts(id, who), who.getName(), locale);
        if (view.seen().equals(seen)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        return new ModelAndView("desk/case :: live").addObject("view", view);
    }

    @PostMapping("/annul")
    String annul(@PathVariable UUID id, @RequestParam String reason, Principal who, Locale locale, Model model) {
        try {
            supervision.annul(new CaseId(id), who.getName(), reason);
            return "redirect:/cases/" + id;
        } catch (Refusal refused) {
            show(id, who, locale, model);
            model.addAttribute(
                    "refused",
                    naming.in(locale).say(refused.key(), refused.arguments().toArray()));
            model.addAttribute("typed", reason);
            return "desk/case";
        }
    }

    @PostMapping("/watch")
    String watch(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String orders,
            @RequestParam(defaultValue = "0") int hours,
            Principal who,
            Locale locale,
            Model model) {
        try {
            supervision.watch(new CaseId(id), who.getName(), reason, orders, hours);
            return "redirect:/cases/" + id;
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            show(id, who, locale, model);
            model.addAttribute(
                    "watchRefused",
                    naming.in(locale).say(refused.key(), refused.arguments().toArray()));
            model.addAttribute("watchReason", reason);
            model.addAttribute("watchOrders", orders);
            return "desk/case";
        }
    }

    private CaseFacts facts(UUID id, Principal who) {
        CaseFacts facts = search.facts(new CaseId(id), sights.of(who.getName()));
        audit.read(who.getName(), Subject.of(facts.id()));
        return facts;
    }
}
