package org.gridcase.desk.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What nobody else has answered: a page in our look for people, problem+json for programs, never what went wrong inside. */
@Controller
class ErrorPages implements ErrorController {
    /** A request's attribute: the sentence in which it was refused. */
    static final String WORDS = ErrorPages.class.getName() + ".words";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 413, 429, 500, 503);
    private static final Map<Integer, String> CODES = Map.of(
            400, "shared.badRequest",
            401, "shared.pleaseSignIn",
            403, "shared.forbidden",
            404, "shared.notFound",
            405, "shared.methodNotAllowed",
            413, "shared.tooLarge",
            415, "shared.unsupportedType");

    private final MessageSource messages;

    ErrorPages(MessageSource messages) {
        this.messages = messages;
    }

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request, Locale locale) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String reference = status == 500 ? logged(request, path) : null;
        if (path.startsWith("/open311/")) {
            return new ModelAndView("forward:/open311/error");
        }
        if (path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/")) {
            return engine(status, request, reference, locale);
        }
        return wantsPage(request, path)
                ? page(status, request, reference)
                : problem(status, request, reference, locale);
    }

    private static String logged(HttpServletRequest request, String path) {
        String reference = UUID.randomUUID().toString();
        LOG.error(
                "failure {} at {} {}",
                reference,
                request.getMethod(),
                path,
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference;
    }

    private static boolean wantsPage(HttpServletRequest request, String path) {
        String accepted = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        boolean machine = path.startsWith("/api/") || path.startsWith("/actuator") || path.startsWith("/v3/");
        return !machine && (accepted.contains("text/html") || !accepted.contains("json"));
    }

    /** A part of a page gets a part of a page. */
    private static ModelAndView page(int status, HttpServletRequest request, @Nullable String reference) {
        int told = TOLD.contains(status) ? status : status < 500 ? 400 : 500;
        boolean part = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        var page = new ModelAndView(part ? "desk/error :: words" : "desk/error", HttpStatus.valueOf(status));
        page.addObject("told", aged(request) ? "aged" : told);
        page.addObject("words", request.getAttribute(WORDS));
        return page.addObject("reference", reference);
    }

    private ResponseEntity<Object> problem(
            int status, HttpServletRequest request, @Nullable String reference, Locale locale) {
        String code = code(status, request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(HttpStatus.valueOf(status), code, say(request, code, reference, locale)));
    }

    /** In the shape that the engine's web apps show. */
    private ResponseEntity<Object> engine(
            int status, HttpServletRequest request, @Nullable String reference, Locale locale) {
        String code = code(status, request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("type", "Refused", "message", say(request, code, reference, locale), "code", code));
    }

    private static String code(int status, HttpServletRequest request) {
        return aged(request)
                ? "shared.tokenAged"
                : CODES.getOrDefault(status, status < 500 ? "shared.badRequest" : "shared.unexpected");
    }

    private String say(HttpServletRequest request, String code, @Nullable String reference, Locale locale) {
        return request.getAttribute(WORDS) instanceof String words
                ? words
                : messages.getMessage(code, new Object[] {Objects.requireNonNullElse(reference, "-")}, locale);
    }

    /** Refused for want of a token only: after a new sign-in, say. */
    private static boolean aged(HttpServletRequest request) {
        return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
    }
}
