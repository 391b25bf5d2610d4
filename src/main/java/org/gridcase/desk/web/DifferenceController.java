package org.gridcase.desk.web;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where policy staff see row by row what changes. */
@Controller
class DifferenceController {
    private final DifferenceViews views;

    DifferenceController(DifferenceViews views) {
        this.views = views;
    }

    @GetMapping("/policy/drafts/{id}/table-difference")
    ModelAndView draft(@PathVariable UUID id, @RequestParam String path, Locale locale) {
        return shown(views.ofDraft(id, path, locale));
    }

    @GetMapping("/policy/releases/{number}/table-difference")
    ModelAndView releases(
            @PathVariable int number,
            @RequestParam int from,
            @RequestParam(required = false) @Nullable String path,
            Locale locale) {
        return shown(views.ofReleases(from, number, path, locale));
    }

    private static ModelAndView shown(DifferenceViews.Page page) {
        return new ModelAndView("desk/table-difference").addObject("view", page);
    }
}
