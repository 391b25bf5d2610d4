package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Keeps every answer that says nothing else out of caches. Spring Security leaves out its own header where it finds an
 * {@code Expires}, which the server adds with each cookie that it sets, so that the first page after signing in would
 * be kept.
 */
class NoStore implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, no-store, max-age=0, must-revalidate");
        }
    }
}
