package org.gridcase.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.intake.FollowRefused;
import org.gridcase.intake.Followed;
import org.gridcase.intake.Followers;
import org.gridcase.intake.PhotoIds;
import org.gridcase.limits.TooOften;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page on which a case is followed by whoever has its link. */
@Controller
@RequestMapping("/follow/{secret}")
class FollowController {
    private static final Map<String, String> FIELDS = Map.of("added", "add", "reopened", "reopen", "rated", "rate");

    private final Followers followers;
    private final Links links;
    private final FormPhotos photos;
    private final Catalogue catalogue;
    private final AreaNames areas;
    private final MessageSource messages;

    FollowController(
            Followers followers,
            Links links,
            FormPhotos photos,
            Catalogue catalogue,
            AreaNames areas,
            MessageSource messages) {
        this.followers = followers;
        this.links = links;
        this.photos = photos;
        this.catalogue = catalogue;
        this.areas = areas;
        this.messages = messages;
    }

    @GetMapping
    String page(
            @PathVariable String secret,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sender.resident(request, response);
        String view = show(secret, "intake/follow", model, locale, response);
        links.look(secret, request, response);
        return view;
    }

    /** The part that changes, if it has changed since. */
    @GetMapping("/now")
    @Nullable
    String now(
            @PathVariable String secret,
            @RequestParam int seen,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        String view = show(secret, "intake/follow :: now", model, locale, response);
        boolean same = model.getAttribute("it") instanceof Followed it && it.version() == seen;
        if (same || !links.mayLook(secret, request, response)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return view;
    }

    @PostMapping("/additions")
    String add(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(name = "photos", required = false) @Nullable String uploaded,
            @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> files,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sender sender = Sender.resident(request, response);
        model.addAttribute("typed", words);
        return done(secret, "added", model, locale, response, () -> {
            var all = photos.store(PhotoIds.parse(uploaded), ReportForm.files(files), sender, null);
            followers.add(secret, words, all, sender.uploader());
        });
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("typed", reason);
        return done(secret, "reopened", model, locale, response, () -> followers.reopen(secret, reason));
    }

    @PostMapping("/rating")
    String rate(
            @PathVariable String secret,
            @RequestParam(defaultValue = "0") int stars,
            @RequestParam(required = false) @Nullable String remark,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        model.addAttribute("typed", remark);
        return done(secret, "rated", model, locale, response, () -> followers.rate(secret, stars, remark));
    }

    /** A moment as the page says it, in the city's time. */
    public static String at(Instant moment, Locale locale, ZoneId zone) {
        String pattern = locale.getLanguage().equals("en") ? "d MMM yyyy, HH:mm" : "yyyy年M月d日 HH:mm";
        return DateTimeFormatter.ofPattern(pattern, locale).format(moment.atZone(zone));
    }

    private String done(
            String secret, String said, Model model, Locale locale, HttpServletResponse response, Runnable act) {
        followers.view(secret);
        try {
            links.add(secret, response);
            act.run();
            return "redirect:/follow/" + secret + "?said=" + said;
        } catch (FollowRefused unknown) {
            if (unknown.kind() == Refusal.Kind.NOT_FOUND) {
                throw unknown;
            }
            return refused(secret, unknown, model, locale, response);
        } catch (TooOften refusal) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            var error = FieldError.of(refusal, messages, locale);
            model.addAttribute("error", new FieldError(FIELDS.getOrDefault(said, error.field()), error.words()));
            return show(secret, "intake/follow", model, locale, response);
        } catch (Refusal refusal) {
            return refused(secret, refusal, model, locale, response);
        }
    }

    private String refused(String secret, Refusal refusal, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("error", FieldError.of(refusal, messages, locale));
        return show(secret, "intake/follow", model, locale, response);
    }

    private String show(String secret, String view, Model model, Locale locale, HttpServletResponse response) {
        Followed it = followers.view(secret);
        String code = it.serviceCode();
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        model.addAttribute("it", it);
        model.addAttribute("secret", secret);
        model.addAttribute("area", areas.of(it.location()));
        model.addAttribute(
                "className",
                code == null
                        ? null
                        : catalogue
                                .byServiceCode(code)
                                .map(found -> found.name(locale))
                                .orElse(null));
        return view;
    }

    @ExceptionHandler
    @Nullable
    String unknown(FollowRefused refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = links.unknown(request, response);
        if (status != HttpStatus.NOT_FOUND) {
            response.sendError(status.value());
            return null;
        }
        response.setStatus(status.value());
        return "intake/unknown";
    }
}
