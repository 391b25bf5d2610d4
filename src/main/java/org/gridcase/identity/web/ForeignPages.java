package org.gridcase.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what another site's page has a browser send to the interfaces for machines: a browser that once asked for
 * name and password sends them along with any form. Machines send no such headers.
 */
class ForeignPages extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final AccessDeniedHandler problems;

    ForeignPages(AccessDeniedHandler problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || !foreign(request)) {
            chain.doFilter(request, response);
        } else {
            problems.handle(request, response, new AccessDeniedException("sent by another site's page"));
        }
    }

    /** Browsers of today say which site's page it is; older ones name its origin. */
    private static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OURS.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !host(origin).equals(request.getHeader(HttpHeaders.HOST));
    }

    private static String host(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
