package org.gridcase.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A page that says for whom it was opened acts for nobody else, though somebody else has signed in meanwhile. */
@Component
@Order(SamePerson.BEHIND_SIGN_IN)
class SamePerson extends OncePerRequestFilter {
    static final int BEHIND_SIGN_IN = 0;
    static final String OPENED_FOR = "X-GC-Account";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = request.getHeader(OPENED_FOR);
        if (account == null || account.equals(request.getRemoteUser())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }
}
