package org.gridcase.photo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.gridcase.photo.PhotoTooLarge;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Speaks for the container, which ends a large upload before any controller is chosen. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadTooLarge {
    private final PhotoProblems problems;

    UploadTooLarge(PhotoProblems problems) {
        this.problems = problems;
    }

    /** @return nothing where another door has to say it in its own way */
    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> refused(
            MaxUploadSizeExceededException refused,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        boolean page = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html");
        if (page || request.getRequestURI().startsWith("/open311/")) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return null;
        }
        return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.refused(PhotoTooLarge.usual(), locale));
    }
}
