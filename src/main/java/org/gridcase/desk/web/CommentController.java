package org.gridcase.desk.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.DraftComments;
import org.gridcase.policy.Drafts;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What policy staff say to each other about a draft: a part of its page. */
@Controller
@RequestMapping("/policy/drafts/{id}/comments")
class CommentController {
    private final DraftComments comments;
    private final Drafts drafts;
    private final Naming naming;
    private final Times times;

    CommentController(DraftComments comments, Drafts drafts, Naming naming, Times times) {
        this.comments = comments;
        this.drafts = drafts;
        this.naming = naming;
        this.times = times;
    }

    /** @param may whether this reader may say something */
    record View(UUID draft, List<Line> lines, List<String> paths, boolean may, int longest) {}

    /** One comment. */
    record Line(
            String at,
            String who,
            @Nullable String path,
            @Nullable String place,
            String words) {}

    /** What was typed and refused. */
    record Typed(String path, String place, String words) {}

    @GetMapping
    ModelAndView part(@PathVariable UUID id, Principal who, Locale locale) {
        Names names = naming.in(locale);
        drafts.get(id);
        return new ModelAndView("desk/comments :: comments")
                .addObject("typed", new Typed("", "", ""))
                .addObject(
                        "view",
                        new View(
                                id,
                                comments.of(id).stream()
                                        .map(one -> new Line(
                                                times.minute(one.at()),
                                                names.ofActor(one.actor()),
                                                one.path(),
                                                one.place(),
                                                one.words()))
                                        .toList(),
                                drafts.paths(id),
                                comments.may(who.getName()),
                                DraftComments.LONGEST));
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String place,
            Principal who,
            Locale locale) {
        try {
            comments.add(id, emptyToNone(path), emptyToNone(place), words, who.getName());
            return part(id, who, locale);
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return part(id, who, locale)
                    .addObject("typed", new Typed(path, place, words))
                    .addObject(
                            "refused",
                            naming.in(locale)
                                    .say(refused.key(), refused.arguments().toArray()));
        }
    }

    private static @Nullable String emptyToNone(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
