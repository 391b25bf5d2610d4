package org.gridcase.desk.web;

import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.TrialFacts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where policy staff try a draft on one case that they make up. */
@Controller
@RequestMapping("/policy/drafts/{id}/try")
class TrialController {
    private final TrialViews views;

    TrialController(TrialViews views) {
        this.views = views;
    }

    @GetMapping
    ModelAndView page(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String proposed,
            @RequestParam(defaultValue = "") String given,
            @RequestParam(defaultValue = "90") double confidence,
            @RequestParam(defaultValue = "50") double margin,
            @RequestParam(defaultValue = "resident") String channel,
            @RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String placeKind,
            @RequestParam(defaultValue = "1") int photos,
            @RequestParam(defaultValue = "0") int returns,
            Locale locale) {
        var facts = new TrialFacts(
                proposed.strip(),
                !given.isEmpty(),
                confidence / 100,
                margin / 100,
                channel.strip(),
                district.isBlank() && street.strip().length() > 6
                        ? street.strip().substring(0, 6)
                        : district.strip(),
                street.strip(),
                placeKind.strip(),
                photos,
                returns);
        return new ModelAndView("desk/try").addObject("view", views.page(id, facts, locale));
    }
}
