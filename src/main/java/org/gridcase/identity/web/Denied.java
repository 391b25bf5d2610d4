package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Leaves to the error page what was denied and why: an aged token is something else than a missing right. */
class Denied implements AccessDeniedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, denied);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
