package org.gridcase.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridcase.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A refusal that no page shows in place leaves as the error page of its kind. */
@ControllerAdvice(annotations = Controller.class)
class PageRefusals {

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        response.sendError(Problems.status(refusal.kind()).value());
    }
}
