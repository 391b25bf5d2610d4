package org.gridcase.photo.web;

import java.util.Locale;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in the reader's language why a photo was refused. */
@Order(Ordered.LOWEST_PRECEDENCE - 2)
@RestControllerAdvice(assignableTypes = {UploadController.class, PictureController.class})
class PhotoProblems {
    private final MessageSource messages;

    PhotoProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal, Locale locale) {
        String text = messages.getMessage(refusal.key(), refusal.arguments().toArray(), refusal.key(), locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(refusal.kind()), text == null ? "" : text);
        problem.setProperty("code", refusal.key());
        return problem;
    }

    private static HttpStatus status(Refusal.Kind kind) {
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
