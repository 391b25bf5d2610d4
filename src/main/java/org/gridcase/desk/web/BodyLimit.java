package org.gridcase.desk.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/** Turns away a body larger than any program or script of ours would send, before anybody reads it into memory. */
@Component
@Order(BodyLimit.BEHIND_SIGN_IN)
class BodyLimit extends OncePerRequestFilter {
    static final int BEHIND_SIGN_IN = 0;
    static final int MOST = 1 << 20;
    /** A decision table of the most rows that one may have, with room. */
    static final int MOST_OF_STUDIO = 8 << 20;

    private static final String STUDIO = "/policy/";
    private static final String[] MACHINES = {"/api/", "/engine-rest/", "/camunda/api/", "/open311/"};
    /** Files, which have limits of their own. */
    private static final String[] FILES = {
        "/api/grids/", "/api/catalogue/", "/api/photos", "/api/reports", DeploymentDoor.PATH
    };

    private final MessageSource messages;
    private final LocaleResolver locales;

    BodyLimit(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !isOfStudio(request)
                && (!startsWith(path, MACHINES) || path.startsWith("/api/grids/") || carriesFile(request, path));
    }

    private static boolean carriesFile(HttpServletRequest request, String path) {
        String type = type(request);
        return startsWith(path, FILES) && (type.startsWith("multipart/") || type.contains("spreadsheet"));
    }

    /** Tables and forms, as the studio's scripts send them. */
    private static boolean isOfStudio(HttpServletRequest request) {
        return request.getRequestURI().startsWith(STUDIO) && type(request).contains("json");
    }

    private static String type(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most(request)) {
            refuse(request, response);
        } else if (request.getContentLengthLong() >= 0 || isForm(request)) {
            // the container counts a form by itself
            chain.doFilter(request, response);
        } else {
            bounded(request, response, chain);
        }
    }

    private static int most(HttpServletRequest request) {
        return isOfStudio(request) ? MOST_OF_STUDIO : MOST;
    }

    /** Nobody has said how long it is. */
    private void bounded(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = most(request);
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            refuse(request, response);
        } else {
            chain.doFilter(new ReadBody(request, body), response);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isOfStudio(request)) {
            Object[] megabytes = {MOST_OF_STUDIO >> 20};
            request.setAttribute(
                    ErrorPages.WORDS,
                    messages.getMessage("desk.studio.tooLarge", megabytes, locales.resolveLocale(request)));
        }
        UploadLimit.refuse(request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        return type(request).startsWith("application/x-www-form-urlencoded");
    }

    private static boolean startsWith(String path, String... prefixes) {
        return Stream.of(prefixes).anyMatch(path::startsWith);
    }
}
