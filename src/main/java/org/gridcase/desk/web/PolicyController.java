package org.gridcase.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.guard.Finding;
import org.gridcase.shared.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where policy staff see which release is in force, and bring the next one about. */
@Controller
@RequestMapping("/policy")
class PolicyController {
    private final Drafts drafts;
    private final PolicyViews views;
    private final PublishingViews publishing;
    private final Naming naming;

    PolicyController(Drafts drafts, PolicyViews views, PublishingViews publishing, Naming naming) {
        this.drafts = drafts;
        this.views = views;
        this.publishing = publishing;
        this.naming = naming;
    }

    @GetMapping
    ModelAndView page(Principal who, Locale locale) {
        return new ModelAndView("desk/policy")
                .addObject("view", views.page(who.getName(), locale))
                .addObject("standings", publishing.standings(locale));
    }

    @PostMapping("/drafts")
    ModelAndView open(@RequestParam(defaultValue = "") String title, Principal who, Locale locale) {
        try {
            return new ModelAndView("redirect:/policy/drafts/" + drafts.open(title, who.getName()));
        } catch (Refusal refused) {
            return page(who, locale)
                    .addObject("refused", words(refused, locale))
                    .addObject("title", title);
        }
    }

    @PostMapping("/releases/{number}/roll-back")
    ModelAndView rollBack(
            @PathVariable int number, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        try {
            drafts.rollBack(number, who.getName(), why);
            return new ModelAndView("redirect:/policy?done");
        } catch (Refusal refused) {
            return page(who, locale).addObject("refused", words(refused, locale));
        }
    }

    @GetMapping("/drafts/{id}")
    ModelAndView draft(@PathVariable UUID id, Principal who, Locale locale) {
        return new ModelAndView("desk/draft")
                .addObject("view", views.draft(id, who.getName(), locale))
                .addObject("publishing", publishing.panel(id, who.getName(), locale));
    }

    @GetMapping("/drafts/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @RequestParam String path) {
        byte[] content = drafts.file(id, path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    @PostMapping("/drafts/{id}/file")
    ModelAndView put(
            @PathVariable UUID id,
            @RequestParam String path,
            @RequestParam MultipartFile file,
            Principal who,
            Locale locale) {
        return act(id, who, locale, () -> drafts.put(id, path.strip(), read(file), who.getName()));
    }

    @PostMapping("/drafts/{id}/remove")
    ModelAndView remove(@PathVariable UUID id, @RequestParam String path, Principal who, Locale locale) {
        return act(id, who, locale, () -> drafts.remove(id, path, who.getName()));
    }

    @PostMapping("/drafts/{id}/check")
    ModelAndView check(@PathVariable UUID id, Principal who, Locale locale) {
        try {
            List<Finding> found = drafts.check(id, who.getName());
            return found.isEmpty() ? done(id) : draft(id, who, locale).addObject("wrong", views.wrong(found, locale));
        } catch (Refusal refused) {
            return refused(id, who, locale, refused);
        }
    }

    @PostMapping("/drafts/{id}/approve")
    ModelAndView approve(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return act(id, who, locale, () -> drafts.approve(id, who.getName(), why));
    }

    @PostMapping("/drafts/{id}/send-back")
    ModelAndView sendBack(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return act(id, who, locale, () -> drafts.sendBack(id, who.getName(), why));
    }

    @PostMapping("/drafts/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String why, Principal who, Locale locale) {
        return act(id, who, locale, () -> drafts.withdraw(id, who.getName(), why));
    }

    private ModelAndView act(UUID id, Principal who, Locale locale, Runnable work) {
        try {
            work.run();
            return done(id);
        } catch (Refusal refused) {
            return refused(id, who, locale, refused);
        }
    }

    /** In place, unless there is no such place, or it is not theirs. */
    private ModelAndView refused(UUID id, Principal who, Locale locale, Refusal refused) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
            throw refused;
        }
        return draft(id, who, locale).addObject("refused", words(refused, locale));
    }

    private static ModelAndView done(UUID id) {
        return new ModelAndView("redirect:/policy/drafts/" + id + "?done");
    }

    private String words(Refusal refused, Locale locale) {
        if (refused.kind() == Refusal.Kind.FORBIDDEN) {
            throw refused;
        }
        return naming.in(locale).say(refused.key(), refused.arguments().toArray());
    }

    private static byte[] read(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
