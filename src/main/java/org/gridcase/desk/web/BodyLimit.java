package org.gridcase.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away a body larger than any program of ours would send, before anybody reads it into memory. */
@Component
@Order(BodyLimit.BEHIND_SIGN_IN)
class BodyLimit extends OncePerRequestFilter {
    static final int BEHIND_SIGN_IN = 0;
    static final int MOST = 1 << 20;
    private static final String[] MACHINES = {"/api/", "/engine-rest/", "/camunda/api/", "/open311/"};
    /** Files, which have limits of their own. */
    private static final String[] FILES = {
        "/api/grids/", "/api/catalogue/", "/api/photos", "/api/reports", DeploymentDoor.PATH
    };

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !startsWith(path, MACHINES) || path.startsWith("/api/grids/") || carriesFile(request, path);
    }

    private static boolean carriesFile(HttpServletRequest request, String path) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return startsWith(path, FILES) && (type.startsWith("multipart/") || type.contains("spreadsheet"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            UploadLimit.refuse(request, response);
        } else if (request.getContentLengthLong() >= 0 || isForm(request)) {
            // the container counts a form by itself
            chain.doFilter(request, response);
        } else {
            bounded(request, response, chain);
        }
    }

    /** Nobody has said how long it is. */
    private static void bounded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            UploadLimit.refuse(request, response);
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        return String.valueOf(request.getContentType())
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
    }

    private static boolean startsWith(String path, String... prefixes) {
        return Stream.of(prefixes).anyMatch(path::startsWith);
    }
}
