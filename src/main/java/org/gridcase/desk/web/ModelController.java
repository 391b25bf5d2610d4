package org.gridcase.desk.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gridcase.policy.DrawnModels;
import org.gridcase.policy.ModelFile;
import org.gridcase.policy.Releases;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The studio for models: a draft's are drawn here, a release's looked at, and any two compared. */
@Controller
@RequestMapping("/policy")
class ModelController {
    /** One byte more than a draft takes, so that it is the draft that refuses. */
    private static final int MOST = (4 << 20) + 1;

    private final DrawnModels models;
    private final Releases releases;
    private final ModelViews views;
    private final Naming naming;

    ModelController(DrawnModels models, Releases releases, ModelViews views, Naming naming) {
        this.models = models;
        this.releases = releases;
        this.views = views;
        this.naming = naming;
    }

    /**
     * What became of saving.
     *
     * @param sha256 of what is there now; none if it was refused
     * @param findings what the guard says to it
     * @param refused why not
     */
    record Saved(
            @Nullable String sha256,
            List<ModelViews.Wrong> findings,
            @Nullable String refused) {}

    @GetMapping("/drafts/{id}/model")
    ModelAndView draft(@PathVariable UUID id, @RequestParam String path, Principal who, Locale locale) {
        return sheet(views.ofDraft(id, path, who.getName(), locale));
    }

    @GetMapping("/releases/{number}/model")
    ModelAndView release(@PathVariable int number, @RequestParam String path, Locale locale) {
        return sheet(views.ofRelease(number, path, locale));
    }

    /** The body is the model; the answer is for the editor, also when it is no. */
    @PostMapping("/drafts/{id}/model")
    @ResponseBody
    ResponseEntity<Saved> save(
            @PathVariable UUID id,
            @RequestParam String path,
            @RequestParam String loaded,
            InputStream body,
            Principal who,
            Locale locale)
            throws IOException {
        byte[] content = body.readNBytes(MOST);
        try {
            ModelFile saved = models.save(id, path, loaded, content, who.getName());
            return ResponseEntity.ok(new Saved(saved.sha256(), views.wrong(models.findings(id, path), locale), null));
        } catch (Refusal refused) {
            String words =
                    naming.in(locale).say(refused.key(), refused.arguments().toArray());
            return ResponseEntity.status(Problems.status(refused.kind())).body(new Saved(null, List.of(), words));
        }
    }

    @GetMapping("/drafts/{id}/difference")
    ModelAndView difference(@PathVariable UUID id, @RequestParam(defaultValue = "") String path, Locale locale) {
        return comparison(views.ofDraft(id, path, locale));
    }

    /** @param to the release in force if none is said */
    @GetMapping("/releases/{number}/difference")
    ModelAndView difference(
            @PathVariable int number,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(required = false) @Nullable Integer to,
            Locale locale) {
        int later = to == null ? releases.inForce().number() : to;
        return comparison(views.ofReleases(number, later, path, locale)).addObject("to", later);
    }

    private static ModelAndView sheet(ModelViews.Sheet view) {
        return new ModelAndView("desk/model").addObject("view", view);
    }

    private static ModelAndView comparison(ModelViews.Comparison view) {
        return new ModelAndView("desk/model-difference").addObject("view", view);
    }
}
