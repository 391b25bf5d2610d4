package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.desk.person.PersonFile;
import org.gridcase.desk.person.Persons;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept of a person, for those who ask for it or ask that it goes. Whom one looks for stands in no address. */
@Controller
@RequestMapping("/admin/persons")
class PersonsController {
    private static final String PAGE = "desk/persons";

    private final Persons persons;
    private final PersonFile file;
    private final PersonLines lines;

    PersonsController(Persons persons, PersonFile file, PersonLines lines) {
        this.persons = persons;
        this.file = file;
        this.lines = lines;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable Long erased, Principal who, Locale locale, Model model) {
        model.addAttribute("erased", erased);
        return show(who, locale, model);
    }

    @PostMapping("/find")
    String find(
            @RequestParam(defaultValue = "") String query,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        look(query, who, locale, response, model);
        return show(who, locale, model);
    }

    @PostMapping("/erase")
    String erase(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "case", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            long number = persons.erase(who.getName(), ids(chosen), reason);
            return "redirect:/admin/persons?erased=" + number;
        } catch (Refusal refused) {
            again(refused, query, chosen, reason, who, locale, response, model);
            return show(who, locale, model);
        }
    }

    @PostMapping("/export")
    @Nullable
    String export(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(name = "case", defaultValue = "") List<UUID> chosen,
            @RequestParam(defaultValue = "") String reason,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model)
            throws IOException {
        try {
            var kept = persons.export(who.getName(), ids(chosen), reason);
            response.setContentType("application/zip");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person.zip\"");
            file.write(kept, response.getOutputStream());
            return null;
        } catch (Refusal refused) {
            again(refused, query, chosen, reason, who, locale, response, model);
            return show(who, locale, model);
        }
    }

    private void again(
            Refusal refused,
            String query,
            List<UUID> chosen,
            String reason,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN) {
            throw refused;
        }
        look(query, who, locale, response, model);
        response.setStatus(Problems.status(refused.kind()).value());
        model.addAttribute("refused", lines.words(refused, locale));
        model.addAttribute("chosen", chosen.stream().map(UUID::toString).toList());
        model.addAttribute("reason", reason);
    }

    private void look(String query, Principal who, Locale locale, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("found", lines.of(persons.find(who.getName(), query), locale));
            model.addAttribute("query", query);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN) {
                throw refused;
            }
            response.setStatus(Problems.status(refused.kind()).value());
            model.addAttribute("refused", lines.words(refused, locale));
        }
    }

    private String show(Principal who, Locale locale, Model model) {
        model.addAttribute("erasures", lines.erased(persons.erased(who.getName()), locale));
        return PAGE;
    }

    private static List<CaseId> ids(List<UUID> chosen) {
        return chosen.stream().map(CaseId::new).toList();
    }
}
