package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Where a part of a page was asked for, the page is loaded again and leads to the sign-in: no part becomes a sign-in. */
class ReloadToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown) {
        response.setHeader("HX-Refresh", "true");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
}
