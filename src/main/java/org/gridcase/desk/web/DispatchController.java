package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.desk.Dispatching;
import org.gridcase.desk.Lists;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Dispatching many cases in one go. */
@Controller
@RequestMapping("/dispatch")
class DispatchController {
    private static final String PART = "waiting";

    private final Dispatching dispatching;
    private final Naming naming;
    private final CaseLines lines;
    private final Audit audit;

    DispatchController(Dispatching dispatching, Naming naming, CaseLines lines, Audit audit) {
        this.dispatching = dispatching;
        this.naming = naming;
        this.lines = lines;
        this.audit = audit;
    }

    /** What became of one, in words. */
    record Result(String id, String number, boolean done, String words) {}

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Principal who,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        fill(after, who, locale, model);
        // the same address answers with a page or a part of it: no cache may take one for the other
        response.addHeader("Vary", "HX-Target");
        return PART.equals(target) ? "desk/dispatch :: waiting" : "desk/dispatch";
    }

    @PostMapping
    String dispatch(
            @RequestParam(name = "case", defaultValue = "") List<UUID> chosen,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Principal who,
            Locale locale,
            Model model) {
        Names names = naming.in(locale);
        var choice = new Dispatching.Choice(given(unit), given(reason));
        var sent = dispatching.dispatch(chosen.stream().map(CaseId::new).toList(), choice, who.getName());
        var results = sent.stream().map(one -> result(one, names)).toList();
        model.addAttribute("results", results);
        model.addAttribute("nothing", results.isEmpty());
        keep(results, choice, model);
        fill(null, who, locale, model);
        return htmx == null ? "desk/dispatch" : "desk/dispatch :: waiting";
    }

    /** What did not go through can be put right and sent again. */
    private static void keep(List<Result> results, Dispatching.Choice choice, Model model) {
        var left = results.stream().filter(one -> !one.done()).map(Result::id).toList();
        if (!left.isEmpty() || results.isEmpty()) {
            model.addAttribute("ticked", left);
            model.addAttribute("choice", choice);
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void fill(@Nullable String after, Principal who, Locale locale, Model model) {
        audit.read(who.getName(), Lists.WAITING);
        var page = dispatching.waiting(who.getName(), after);
        model.addAttribute("lines", lines.of(page.cases(), naming.in(locale)));
        model.addAttribute("next", page.next());
        model.addAttribute("units", dispatching.units(who.getName()));
    }

    private static Result result(Dispatching.Sent one, Names names) {
        Refusal refused = one.refused();
        String words = refused == null
                ? names.say("desk.dispatch.sent")
                : names.say(refused.key(), refused.arguments().toArray());
        return new Result(one.id().toString(), one.number(), refused == null, words);
    }
}
