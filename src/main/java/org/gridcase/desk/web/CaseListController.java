package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Locale;
import org.gridcase.audit.Audit;
import org.gridcase.casework.CaseSearch;
import org.gridcase.casework.Sight;
import org.gridcase.casework.Sights;
import org.gridcase.desk.Lists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;

/** The list of cases: filtered and continued without a reload, under an address that can be passed on. */
@Controller
class CaseListController {
    private final CaseSearch search;
    private final Sights sights;
    private final Naming naming;
    private final CaseLines lines;
    private final CaseChoices choices;
    private final ZoneId zone;
    private final Audit audit;

    CaseListController(
            CaseSearch search,
            Sights sights,
            Naming naming,
            CaseLines lines,
            CaseChoices choices,
            ZoneId zone,
            Audit audit) {
        this.search = search;
        this.sights = sights;
        this.naming = naming;
        this.lines = lines;
        this.choices = choices;
        this.zone = zone;
        this.audit = audit;
    }

    @GetMapping("/cases")
    String list(
            @ModelAttribute("filter") CaseFilter filter,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        audit.read(who.getName(), Lists.CASES);
        Sight sight = sights.of(who.getName());
        Names names = naming.in(locale);
        var query = filter.query(zone);
        var page = search.find(query, sight);
        model.addAttribute("recentOnly", query.recentOnly());
        model.addAttribute("lines", lines.of(page.cases(), names));
        model.addAttribute("next", page.next());
        // the same address answers with a page or a part of it: no cache may take one for the other
        response.addHeader("Vary", "HX-Target");
        if ("more".equals(target)) {
            return "desk/cases :: rows";
        }
        if ("results".equals(target)) {
            return "desk/cases :: results";
        }
        model.addAttribute("stages", choices.stages(names));
        model.addAttribute("kinds", choices.kinds(locale));
        model.addAttribute("places", choices.places(sight));
        model.addAttribute("units", choices.units(sight));
        return "desk/cases";
    }
}
