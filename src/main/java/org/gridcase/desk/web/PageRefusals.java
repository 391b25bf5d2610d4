package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** A refusal that no page shows in place leaves as the error page of its kind, in its own words. */
@ControllerAdvice(annotations = Controller.class)
class PageRefusals {
    private final MessageSource messages;

    PageRefusals(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        request.setAttribute(
                ErrorPages.WORDS,
                messages.getMessage(refusal.key(), refusal.arguments().toArray(), refusal.key(), locale));
        response.sendError(Problems.status(refusal.kind()).value());
    }

    /** A form with files that is none, or cannot be read. */
    @ExceptionHandler
    void noForm(MultipartException none, HttpServletResponse response) throws IOException {
        response.sendError(Problems.status(none).value());
    }

    @ExceptionHandler
    void changedMeanwhile(
            OptimisticLockingFailureException conflict,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        String key = "shared.changedMeanwhile";
        request.setAttribute(ErrorPages.WORDS, messages.getMessage(key, null, key, locale));
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }
}
