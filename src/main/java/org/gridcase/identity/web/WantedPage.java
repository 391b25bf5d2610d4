package org.gridcase.identity.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Where somebody wanted to go who has to sign in first: in a cookie, so that strangers leave no row. Whoever sends a form
 * after their session has ended is led back to the form, which learns by another cookie that it was not heard.
 */
@Component
public class WantedPage implements RequestCache {
    private static final String WANTED = "GC-WANTED";
    /** Read by our script, which puts back what was typed. */
    private static final String UNHEARD = "GC-UNHEARD";

    private static final int LONGEST = 2_000;
    /** Inside this application, whatever a cookie says; a browser takes a backslash for a slash. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final RequestMatcher opened = new Navigations();

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (opened.matches(request)) {
            remember(UrlUtils.buildRequestUrl(request), request, response);
        } else if (!"GET".equals(request.getMethod()) && request.getHeader("X-GC-Account") == null) {
            formOf(request).ifPresent(form -> {
                remember(form, request, response);
                set(UNHEARD, "yes", request, response, false);
            });
        }
    }

    /** If it is one of ours. */
    public void remember(String page, HttpServletRequest request, HttpServletResponse response) {
        if (page.length() <= LONGEST && OURS.matcher(page).matches()) {
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
            set(WANTED, text, request, response, true);
        }
    }

    /** Browsers name it to our own pages only. */
    private static Optional<String> formOf(HttpServletRequest request) {
        try {
            var page = URI.create(
                    Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).orElse(""));
            return request.getServerName().equals(page.getHost())
                    ? Optional.of(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return wanted(request).map(SimpleSavedRequest::new).orElse(null);
    }

    private static Optional<String> wanted(HttpServletRequest request) {
        try {
            return Optional.ofNullable(WebUtils.getCookie(request, WANTED))
                    .map(Cookie::getValue)
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .filter(page -> OURS.matcher(page).matches());
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Nothing is replayed: the page is opened anew. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, WANTED) != null) {
            set(WANTED, "", request, response, true);
        }
    }

    private static void set(
            String name, String value, HttpServletRequest request, HttpServletResponse response, boolean hidden) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofMinutes(30))
                .httpOnly(hidden)
                .secure(request.isSecure())
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
