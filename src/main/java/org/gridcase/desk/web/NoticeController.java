package org.gridcase.desk.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.notice.Bell;
import org.gridcase.notice.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one is told: the bell in the frame of every page, and the page behind it. */
@Controller
@RequestMapping("/notices")
class NoticeController {
    private final Bell bell;
    private final Preferences preferences;
    private final Times times;

    NoticeController(Bell bell, Preferences preferences, Times times) {
        this.bell = bell;
        this.preferences = preferences;
        this.times = times;
    }

    /** A notice as the page shows it. */
    record Line(UUID id, String title, String body, boolean ofCase, String at, boolean read) {}

    @GetMapping
    String page(
            @RequestParam(required = false) @Nullable UUID before,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Principal who,
            Locale locale,
            Model model) {
        Bell.Page page = bell.of(who.getName(), before, locale);
        List<Line> lines = page.rings().stream()
                .map(it ->
                        new Line(it.id(), it.title(), it.body(), it.caseId() != null, times.minute(it.at()), it.read()))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("next", page.next());
        model.addAttribute("first", before == null);
        model.addAttribute("choice", preferences.of(who.getName()));
        return "rings".equals(target) ? "desk/notices :: rings" : "desk/notices";
    }

    @GetMapping("/bell")
    String bell() {
        return "layout :: bell";
    }

    /** To what it is of. */
    @PostMapping("/{id}/open")
    String open(@PathVariable UUID id, Principal who) {
        return bell.read(who.getName(), id).map(of -> "redirect:/cases/" + of).orElse("redirect:/notices");
    }

    @PostMapping("/read")
    String readAll(Principal who) {
        bell.readAll(who.getName());
        return "redirect:/notices";
    }

    @PostMapping("/settings")
    String choose(
            @RequestParam(defaultValue = "zh-CN") String language,
            @RequestParam(defaultValue = "false") boolean mail,
            Principal who) {
        preferences.choose(who.getName(), Locale.forLanguageTag(language), mail);
        return "redirect:/notices?done";
    }
}
