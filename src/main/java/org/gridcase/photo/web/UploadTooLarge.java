package org.gridcase.photo.web;

import java.util.Locale;
import org.gridcase.photo.PhotoTooLarge;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Speaks for the container, which ends a large upload before any controller is chosen. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadTooLarge {
    private final PhotoProblems problems;

    UploadTooLarge(PhotoProblems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail refused(MaxUploadSizeExceededException refused, Locale locale) {
        return problems.refused(PhotoTooLarge.usual(), locale);
    }
}
