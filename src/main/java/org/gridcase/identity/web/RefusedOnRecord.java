package org.gridcase.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts on record what was refused for want of a right or of a page's token, and who came too often. */
class RefusedOnRecord extends OncePerRequestFilter {
    private final Attempts attempts;

    RefusedOnRecord(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            attempts.note("door.refused", request);
        } else if (response.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()
                && response.getHeader(HttpHeaders.RETRY_AFTER) != null) {
            attempts.note("door.limited", request);
        }
    }
}
