package org.gridcase.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.gridcase.limits.Limit;
import org.gridcase.limits.Limits;
import org.gridcase.limits.TooOften;
import org.gridcase.shared.Ids;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which everybody reports; it works without scripts too. */
@Controller
class ReportController {
    private final FormReports reports;
    private final FormPhotos photos;
    private final Limits limits;
    private final MessageSource messages;

    ReportController(FormReports reports, FormPhotos photos, Limits limits, MessageSource messages) {
        this.reports = reports;
        this.photos = photos;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/report")
    String form(Model model, HttpServletRequest request, HttpServletResponse response) {
        Sender sender = Sender.of(request, response);
        return show(model, ReportForm.fresh(Ids.timeOrdered().toString()), sender);
    }

    @PostMapping("/report")
    String submit(
            @ModelAttribute("form") ReportForm form,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Sender sender = Sender.of(request, response);
        var kept = form.with(List.of());
        try {
            kept = form.with(form.uploaded());
            limits.pass(Limit.REPORTS, request);
            kept = form.with(photos.store(form.uploaded(), form.files(), sender, form.key()));
            var receipt = reports.submit(kept, sender, ReportForm.given(form.key()));
            return "redirect:/follow/" + receipt.secret() + "?new";
        } catch (TooOften refusal) {
            refusal.tell(response);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return refused(refusal, kept, sender, model, locale);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return refused(refusal, kept, sender, model, locale);
        }
    }

    private String refused(Refusal refusal, ReportForm kept, Sender sender, Model model, Locale locale) {
        model.addAttribute("error", FieldError.of(refusal, messages, locale));
        return show(model, kept, sender);
    }

    private static String show(Model model, ReportForm form, Sender sender) {
        model.addAttribute("form", form);
        model.addAttribute("photoDoor", sender.photoDoor());
        return "intake/report";
    }
}
