package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What somebody opens, and comes back to after signing in; not what a page's script fetches. */
class Navigations implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && (mode == null
                        ? String.valueOf(request.getHeader("Accept")).contains("html")
                        : mode.equals("navigate"));
    }
}
