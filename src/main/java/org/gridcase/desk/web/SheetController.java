package org.gridcase.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.DraftForms;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Sheets;
import org.gridcase.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where an analyst changes a table or a form of a draft in the browser. */
@Controller
@RequestMapping("/policy/drafts/{id}")
class SheetController {
    private final Sheets sheets;
    private final DraftForms forms;
    private final Drafts drafts;
    private final SheetViews views;
    private final FormStudioViews formViews;
    private final Naming naming;

    SheetController(
            Sheets sheets,
            DraftForms forms,
            Drafts drafts,
            SheetViews views,
            FormStudioViews formViews,
            Naming naming) {
        this.sheets = sheets;
        this.forms = forms;
        this.drafts = drafts;
        this.views = views;
        this.formViews = formViews;
        this.naming = naming;
    }

    @GetMapping("/table")
    ModelAndView table(@PathVariable UUID id, @RequestParam String path, Principal who, Locale locale) {
        return new ModelAndView("desk/sheet")
                .addObject("view", views.page(id, sheets.open(id, path), who.getName(), locale));
    }

    /** What is no table of this decision is refused, and the old one stays. */
    @PostMapping("/table")
    ModelAndView upload(
            @PathVariable UUID id,
            @RequestParam String path,
            @RequestParam String sha256,
            @RequestParam MultipartFile file,
            Principal who,
            Locale locale) {
        try {
            sheets.upload(id, path, sha256, read(file), who.getName());
            return new ModelAndView("redirect:/policy/drafts/" + id + "/table?path=" + path + "&done");
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return table(id, path, who, locale)
                    .addObject(
                            "refused",
                            naming.in(locale)
                                    .say(refused.key(), refused.arguments().toArray()));
        }
    }

    @GetMapping("/form")
    ModelAndView form(@PathVariable UUID id, @RequestParam String path, Principal who, Locale locale) {
        return new ModelAndView("desk/form-studio")
                .addObject("view", formViews.page(drafts.get(id), forms.open(id, path), who.getName(), locale));
    }

    private static byte[] read(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
