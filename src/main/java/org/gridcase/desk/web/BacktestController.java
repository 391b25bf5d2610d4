package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.backtest.Aspect;
import org.gridcase.backtest.Backtest;
import org.gridcase.backtest.Backtests;
import org.gridcase.backtest.Stretch;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where policy staff try a draft on the past, and see what would have been decided otherwise. */
@Controller
@RequestMapping("/policy")
class BacktestController {
    private final Backtests backtests;
    private final BacktestViews views;
    private final Naming naming;

    BacktestController(Backtests backtests, BacktestViews views, Naming naming) {
        this.backtests = backtests;
        this.views = views;
        this.naming = naming;
    }

    @GetMapping("/drafts/{id}/backtest")
    ModelAndView page(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID run, Principal who, Locale locale) {
        BacktestViews.Page view = views.page(id, run, who.getName(), locale);
        return new ModelAndView("desk/backtest").addObject("view", view).addObject("asked", view.asked());
    }

    @PostMapping("/drafts/{id}/backtest")
    ModelAndView begin(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String classes,
            Principal who,
            Locale locale) {
        try {
            var over = new Stretch(number(days), district.strip(), classes.strip());
            UUID run = backtests.begin(id, over, who.getName());
            return new ModelAndView("redirect:/policy/drafts/" + id + "/backtest?run=" + run);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return page(id, null, who, locale)
                    .addObject("asked", new BacktestViews.Asked(days, district, classes))
                    .addObject(
                            "refused",
                            naming.in(locale)
                                    .say(refused.key(), refused.arguments().toArray()));
        }
    }

    /** Its part of the page; once it has ended, the whole page is asked for. */
    @GetMapping("/backtests/{id}/progress")
    ModelAndView progress(@PathVariable UUID id, Principal who, Locale locale, HttpServletResponse response) {
        Backtest it = backtests.get(id, who.getName());
        if (!it.isRunning()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("desk/backtest :: progress").addObject("run", views.run(it, who.getName(), locale));
    }

    @PostMapping("/backtests/{id}/cancel")
    ModelAndView cancel(@PathVariable UUID id, Principal who) {
        backtests.cancel(id, who.getName());
        UUID draft = backtests.get(id, who.getName()).draft();
        return new ModelAndView("redirect:/policy/drafts/" + draft + "/backtest?run=" + id);
    }

    @GetMapping("/backtests/{id}/cases")
    ModelAndView cases(
            @PathVariable UUID id,
            @RequestParam Aspect aspect,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String becomes,
            @RequestParam(required = false) @Nullable UUID before,
            Principal who,
            Locale locale) {
        return new ModelAndView("desk/backtest-cases")
                .addObject("view", views.cases(id, aspect, was, becomes, before, who.getName(), locale));
    }

    /** 0, which is no number of days, for what is no number. */
    private static int number(String days) {
        String text = days.strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
