package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.desk.process.Migrations;
import org.gridcase.policy.Publishing;
import org.gridcase.policy.Reach;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where approvers bring a release into force, widen it, call it off, and let running cases follow it. */
@Controller
@RequestMapping("/policy")
class PublishingController {
    private final Publishing publishing;
    private final Migrations migrations;
    private final PublishingViews views;
    private final PolicyViews drafts;
    private final Naming naming;
    private final ZoneId zone;

    PublishingController(
            Publishing publishing,
            Migrations migrations,
            PublishingViews views,
            PolicyViews drafts,
            Naming naming,
            ZoneId zone) {
        this.publishing = publishing;
        this.migrations = migrations;
        this.views = views;
        this.drafts = drafts;
        this.naming = naming;
        this.zone = zone;
    }

    @PostMapping("/drafts/{id}/publish")
    ModelAndView publish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> districts,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime from,
            Principal who,
            Locale locale) {
        return tried(
                () -> publishing.begin(id, reach(districts, from), who.getName()),
                "/policy/drafts/" + id + "#publishing",
                () -> new ModelAndView("desk/draft")
                        .addObject("view", drafts.draft(id, who.getName(), locale))
                        .addObject("publishing", views.panel(id, who.getName(), locale)),
                locale);
    }

    /** How it goes on; whoever watches it to its end sees the whole page anew. */
    @GetMapping("/drafts/{id}/publishing")
    ModelAndView panel(@PathVariable UUID id, Principal who, Locale locale, HttpServletResponse answer) {
        var panel = views.panel(id, who.getName(), locale);
        if (!panel.state().equals("preparing")) {
            answer.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("desk/publishing :: panel").addObject("publishing", panel);
    }

    @GetMapping("/releases/{number}/cases/run")
    ModelAndView run(@PathVariable int number, Principal who, Locale locale, HttpServletResponse answer) {
        var run = views.run(number, who.getName(), locale);
        if (run == null || !run.state().equals("running")) {
            answer.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("desk/release-cases :: run")
                .addObject("run", run)
                .addObject("number", number);
    }

    private Reach reach(List<String> districts, @Nullable LocalDateTime from) {
        return Reach.of(districts, from == null ? null : from.atZone(zone).toInstant());
    }

    @GetMapping("/releases/{number}")
    ModelAndView release(@PathVariable int number, Principal who, Locale locale) {
        return new ModelAndView("desk/release").addObject("view", views.release(number, who.getName(), locale));
    }

    @PostMapping("/releases/{number}/widen")
    ModelAndView widen(
            @PathVariable int number,
            @RequestParam(defaultValue = "") List<String> districts,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
                    LocalDateTime from,
            @RequestParam(defaultValue = "") String why,
            Principal who,
            Locale locale) {
        return onRelease(
                number, who, locale, () -> publishing.widen(number, reach(districts, from), who.getName(), why));
    }

    @PostMapping("/releases/{number}/call-off")
    ModelAndView callOff(
            @PathVariable int number, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return onRelease(number, who, locale, () -> publishing.callOff(number, who.getName(), why));
    }

    private ModelAndView onRelease(int number, Principal who, Locale locale, Runnable work) {
        return tried(work, "/policy/releases/" + number + "?done", () -> release(number, who, locale), locale);
    }

    @GetMapping("/releases/{number}/cases")
    ModelAndView cases(@PathVariable int number, Principal who, Locale locale) {
        return new ModelAndView("desk/release-cases").addObject("view", views.cases(number, who.getName(), locale));
    }

    @PostMapping("/releases/{number}/cases")
    ModelAndView move(
            @PathVariable int number, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return onCases(number, who, locale, () -> migrations.begin(number, who.getName(), why));
    }

    @PostMapping("/releases/{number}/cases/stop")
    ModelAndView stop(@PathVariable int number, @RequestParam UUID run, Principal who, Locale locale) {
        return onCases(number, who, locale, () -> migrations.stop(run, who.getName()));
    }

    private ModelAndView onCases(int number, Principal who, Locale locale, Runnable work) {
        return tried(work, "/policy/releases/" + number + "/cases", () -> cases(number, who, locale), locale);
    }

    /** In place, unless there is no such place, or it is not theirs. */
    private ModelAndView tried(Runnable work, String then, Supplier<ModelAndView> otherwise, Locale locale) {
        try {
            work.run();
            return new ModelAndView("redirect:" + then);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            String words =
                    naming.in(locale).say(refused.key(), refused.arguments().toArray());
            return otherwise.get().addObject("refused", words);
        }
    }
}
