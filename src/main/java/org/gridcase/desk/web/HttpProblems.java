package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Speaks for the API where a request never reaches a controller: no such path, method or type. */
@ControllerAdvice
class HttpProblems {
    private static final String API = "/api/";

    private final Problems problems;

    HttpProblems(Problems problems) {
        this.problems = problems;
    }

    /** @throws Exception the refusal itself where a page would answer it */
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    @Nullable
    ResponseEntity<Object> refused(Exception refused, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(API)) {
            throw refused;
        }
        return problems.handleException(refused, new ServletWebRequest(request));
    }
}
