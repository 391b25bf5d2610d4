package org.gridcase.desk.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.desk.Dispatching;
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
    private final Dispatching dispatching;
    private final Naming naming;
    private final CaseLines lines;

    DispatchController(Dispatching dispatching, Naming naming, CaseLines lines) {
        this.dispatching = dispatching;
        this.naming = naming;
        this.lines = lines;
    }

    /** What became of one, in words. */
    record Result(String id, String number, boolean done, String words) {}

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String after, Principal who, Locale locale, Model model) {
        fill(after, who, locale, model);
        return "desk/dispatch";
    }

    @PostMapping
    String dispatch(
            @RequestParam(name = "case", defaultValue = "") List<UUID> chosen,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Principal who,
            Locale locale,
            Model model) {
        Names names = naming.in(locale);
        var sent = dispatching.dispatch(chosen.stream().map(CaseId::new).toList(), who.getName());
        model.addAttribute(
                "results", sent.stream().map(one -> result(one, names)).toList());
        fill(null, who, locale, model);
        return htmx == null ? "desk/dispatch" : "desk/dispatch :: waiting";
    }

    private void fill(@Nullable String after, Principal who, Locale locale, Model model) {
        var page = dispatching.waiting(who.getName(), after);
        model.addAttribute("lines", lines.of(page.cases(), naming.in(locale)));
        model.addAttribute("next", page.next());
    }

    private static Result result(Dispatching.Sent one, Names names) {
        Refusal refused = one.refused();
        String words = refused == null
                ? names.say("desk.dispatch.sent")
                : names.say(refused.key(), refused.arguments().toArray());
        return new Result(one.id().toString(), one.number(), refused == null, words);
    }
}
