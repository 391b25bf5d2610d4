package org.gridcase.whatif.web;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridcase.shared.Refusal;
import org.gridcase.whatif.Assumed;
import org.gridcase.whatif.Run;
import org.gridcase.whatif.Wanted;
import org.gridcase.whatif.WhatIf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A draft's flow tried on a past: ask for it, watch it, stop it, read what came of it. */
@Controller
@RequestMapping("/policy/drafts/{id}/what-if")
class WhatIfController {
    private static final String MINUTES = "minutes-";
    private static final String ROLE = "role-";
    private static final int LONGEST_ID = 100;

    private final WhatIf whatIf;
    private final WhatIfViews views;

    WhatIfController(WhatIf whatIf, WhatIfViews views) {
        this.whatIf = whatIf;
        this.views = views;
    }

    @GetMapping
    ModelAndView page(@PathVariable UUID id, Principal who, Locale locale) {
        return page(id, Map.of(), who, locale);
    }

    private ModelAndView page(UUID id, Map<String, String> typed, Principal who, Locale locale) {
        var page = new ModelAndView("whatif/what-if")
                .addObject("form", views.form(id, typed, whatIf.may(who.getName()), locale));
        whatIf.latest(id).ifPresent(run -> page.addObject("run", views.run(run, locale)));
        return page;
    }

    @PostMapping
    ModelAndView begin(@PathVariable UUID id, @RequestParam Map<String, String> typed, Principal who, Locale locale) {
        try {
            whatIf.begin(id, wanted(typed), who.getName());
            return new ModelAndView("redirect:/policy/drafts/" + id + "/what-if#run");
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(id, typed, who, locale).addObject("refused", views.words(refused, locale));
        }
    }

    /** As it stands, for a page that asks again. */
    @GetMapping("/{run}")
    ModelAndView run(@PathVariable UUID id, @PathVariable UUID run, Locale locale) {
        Run it = whatIf.run(id, run);
        return new ModelAndView("whatif/run :: run").addObject("run", views.run(it, locale));
    }

    @PostMapping("/{run}/cancel")
    ModelAndView cancel(@PathVariable UUID id, @PathVariable UUID run, Principal who) {
        whatIf.cancel(id, run, who.getName());
        return new ModelAndView("redirect:/policy/drafts/" + id + "/what-if#run");
    }

    private Wanted wanted(Map<String, String> typed) {
        Map<String, Assumed> assumed = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(MINUTES) && name.length() < LONGEST_ID && !value.isBlank()) {
                String step = name.substring(MINUTES.length());
                assumed.put(step, new Assumed(number(value), typed.getOrDefault(ROLE + step, "")));
            }
        });
        String district = typed.getOrDefault("district", "").strip();
        return new Wanted(
                number(typed.getOrDefault("days", "")),
                day(typed.getOrDefault("until", "")),
                district.isEmpty() ? null : district,
                Math.max(0, number(typed.getOrDefault("seed", "1"))),
                assumed);
    }

    /** What is no number is none that would do. */
    private static int number(String text) {
        return text.strip().matches("\\d{1,9}") ? Integer.parseInt(text.strip()) : -1;
    }

    private LocalDate day(String text) {
        try {
            return text.isBlank()
                    ? whatIf.today()
                    : LocalDate.parse(text.strip()).plusDays(1);
        } catch (DateTimeException none) {
            return LocalDate.MAX;
        }
    }
}
