package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets a person's session open the interfaces too, for reading their description and trying them; not beside a name of
 * another kind, and for changes only with the token of our pages. An interface itself opens no session.
 */
class ByCookie implements SecurityContextRepository, RequestMatcher {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final SecurityContextRepository kept;

    ByCookie(SecurityContextRepository kept) {
        this.kept = kept;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return named(exchange.getRequest()) ? SecurityContextHolder.createEmptyContext() : kept.loadContext(exchange);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return !named(request) && kept.containsContext(request);
    }

    private static boolean named(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Whether it must show the token against forged requests. */
    @Override
    public boolean matches(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && containsContext(request);
    }
}
