package org.gridcase.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away a path that reaches the engine's servlets under another spelling (encoded letters, parameters, dots), so
 * that everybody who decides by path reads the same one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPaths extends OncePerRequestFilter {

    private final Attempts attempts;

    PlainPaths(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (disguised(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            attempts.note("door.disguised", request);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean disguised(HttpServletRequest request) {
        String plain = request.getContextPath() + request.getServletPath();
        String sent = request.getRequestURI();
        return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
                && !sent.equals(plain)
                && !sent.startsWith(plain + "/");
    }
}
