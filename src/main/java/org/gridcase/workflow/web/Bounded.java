package org.gridcase.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.springframework.http.HttpMethod;

/**
 * A look-up that names no bound gets the engine's own. The engine refuses unbounded lists, and Cockpit asks for the
 * versions of a process, and for the groups of the open tasks, without one.
 */
class Bounded extends HttpServletRequestWrapper {
    private static final String LIMIT = "maxResults=2000";

    private Bounded(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean unbounded = isList(request) && (query == null || !query.contains("maxResults="));
        return unbounded ? new Bounded(request) : request;
    }

    private static boolean isList(HttpServletRequest request) {
        String list = HttpMethod.GET.matches(request.getMethod()) ? "/process-definition" : "/group";
        return request.getRequestURI().endsWith(list);
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        return query == null ? LIMIT : query + '&' + LIMIT;
    }
}
