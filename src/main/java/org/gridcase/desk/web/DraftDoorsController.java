package org.gridcase.desk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.DraftUploads;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.NamedFile;
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

/** How many files come into a draft at once and all of them out of it, and how what the program offers finds an author. */
@Controller
@RequestMapping("/policy/drafts/{id}")
class DraftDoorsController {
    private static final MediaType ZIP = new MediaType("application", "zip");

    private final Drafts drafts;
    private final DraftUploads uploads;
    private final PolicyController pages;
    private final Naming naming;

    DraftDoorsController(Drafts drafts, DraftUploads uploads, PolicyController pages, Naming naming) {
        this.drafts = drafts;
        this.uploads = uploads;
        this.pages = pages;
        this.naming = naming;
    }

    @PostMapping("/files")
    ModelAndView put(@PathVariable UUID id, @RequestParam List<MultipartFile> files, Principal who, Locale locale) {
        List<NamedFile> named = files.stream()
                .filter(file -> !file.isEmpty())
                .map(DraftDoorsController::read)
                .toList();
        return act(id, who, locale, () -> uploads.put(id, named, who.getName()));
    }

    @PostMapping("/take-over")
    ModelAndView takeOver(@PathVariable UUID id, Principal who, Locale locale) {
        return act(id, who, locale, () -> drafts.takeOver(id, who.getName()));
    }

    @GetMapping("/bundle.zip")
    ResponseEntity<byte[]> bundle(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("policy-draft.zip")
                                .build()
                                .toString())
                .body(uploads.archive(id));
    }

    private ModelAndView act(UUID id, Principal who, Locale locale, Runnable work) {
        try {
            work.run();
            return new ModelAndView("redirect:/policy/drafts/" + id + "?done");
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.FORBIDDEN || refused.kind() == Refusal.Kind.NOT_FOUND) {
                throw refused;
            }
            return pages.draft(id, who, locale)
                    .addObject(
                            "refused",
                            naming.in(locale)
                                    .say(refused.key(), refused.arguments().toArray()));
        }
    }

    private static NamedFile read(MultipartFile file) {
        try {
            return new NamedFile(String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
