package org.gridcase.integration.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.BadMessageException;
import org.gridcase.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Every refusal as the specification's list of errors, in the caller's language. */
@ControllerAdvice(basePackageClasses = Errors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** One error. */
    record Error(int code, String description) {}

    private final MessageSource messages;

    Errors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        return error(
                request,
                status(refusal.kind()),
                say(refusal.key(), locale, refusal.arguments().toArray()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformed(IllegalArgumentException malformed, HttpServletRequest request, Locale locale) {
        return error(request, 400, say("shared.badRequest", locale));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(BadMessageException unreadable, HttpServletRequest request, Locale locale) {
        return error(request, 400, say("shared.badRequest", locale));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unexpected(RuntimeException failure, HttpServletRequest request, Locale locale) {
        String reference = UUID.randomUUID().toString();
        LOG.error("failure {}", reference, failure);
        return error(request, 500, say("shared.unexpected", locale, reference));
    }

    private static ResponseEntity<byte[]> error(HttpServletRequest request, int status, String text) {
        return Answers.of(status, Format.of(request), "errors", List.of(new Error(status, text)));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, locale), key);
    }

    /** The specification knows 400, 403 and 404. */
    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case TOO_MANY -> 429;
            case INVALID, CONFLICT, TOO_LARGE -> 400;
        };
    }
}
