package org.gridcase.desk.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.BadMessageException;
import org.gridcase.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal at a JSON door as problem+json, with a sentence in the caller's language; before the pages' own advice, which would take them too. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(0)
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final Map<Integer, String> KEYS = Map.of(
            403, "shared.forbidden",
            404, "shared.notFound",
            405, "shared.methodNotAllowed",
            406, "shared.notAcceptable",
            413, "shared.tooLarge",
            415, "shared.unsupportedType");

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, Locale locale) {
        String text = messages.getMessage(refusal.key(), refusal.arguments().toArray(), refusal.key(), locale);
        return problem(status(refusal.kind()), refusal.key(), Objects.requireNonNullElse(text, refusal.key()));
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(OptimisticLockingFailureException conflict, Locale locale) {
        return problem(HttpStatus.CONFLICT, "shared.changedMeanwhile", say("shared.changedMeanwhile", locale));
    }

    @ExceptionHandler
    ProblemDetail malformed(IllegalArgumentException malformed, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "shared.badRequest", say("shared.badRequest", locale));
    }

    @ExceptionHandler
    ProblemDetail unreadable(BadMessageException unreadable, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "shared.badRequest", say("shared.badRequest", locale));
    }

    @ExceptionHandler
    ProblemDetail noForm(MultipartException none, Locale locale) {
        HttpStatus status = status(none);
        String key = KEYS.getOrDefault(status.value(), "shared.badRequest");
        return problem(status, key, say(key, locale));
    }

    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException failure, Locale locale) {
        String reference = UUID.randomUUID().toString();
        LOG.error("failure {}", reference, failure);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "shared.unexpected", say("shared.unexpected", locale, reference));
    }

    /** What the framework refuses, in the caller's language too, and never as XML. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String key = KEYS.getOrDefault(status.value(), "shared.badRequest");
        String text = say(key, LocaleContextHolder.getLocale());
        var told = problem(HttpStatus.valueOf(status.value()), key, text);
        var own = new HttpHeaders();
        own.putAll(headers);
        own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(refused, told, own, status, request);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    static ProblemDetail problem(HttpStatus status, String code, String text) {
        var problem = ProblemDetail.forStatusAndDetail(status, text);
        problem.setProperty("code", code);
        return problem;
    }

    /** Of a form with files that is none, is broken, or too large. */
    static HttpStatus status(MultipartException none) {
        if (none instanceof MaxUploadSizeExceededException) {
            return HttpStatus.PAYLOAD_TOO_LARGE;
        }
        return none.getCause() == null ? HttpStatus.UNSUPPORTED_MEDIA_TYPE : HttpStatus.BAD_REQUEST;
    }

    static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
