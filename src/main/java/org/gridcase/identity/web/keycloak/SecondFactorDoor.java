package org.gridcase.identity.web.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps approvers and administrators out of all staff doors unless their sign-in showed a second factor. All doors, not
 * only those of these two roles: lists, the engine and the facades go by the staff table, not by the session.
 */
@Component
@WithKeycloak
@Order(SecondFactorDoor.BEHIND_SIGN_IN)
class SecondFactorDoor extends OncePerRequestFilter {
    static final int BEHIND_SIGN_IN = 0;
    static final String PAGE = "/second-factor";

    /** Open to everybody, or needed to get out and in again. */
    private static final String[] FREE = {
        PAGE, "/report", "/follow/", "/r/", "/open311/", "/map/", "/webjars/", "/gridcase/", "/language/", "/error"
    };

    private static final String[] MACHINES = {
        "/api/", "/engine-rest/", "/camunda/api/", "/actuator", "/v3/", "/swagger-ui"
    };

    private final SecondFactorProblem problem;

    SecondFactorDoor(SecondFactorProblem problem) {
        this.problem = problem;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/") || path.equals("/favicon.ico") || startsWith(path, FREE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SecondFactor.isMissing(SecurityContextHolder.getContext().getAuthentication())) {
            chain.doFilter(request, response);
        } else if (isForPeople(request)) {
            response.sendRedirect(request.getContextPath() + PAGE);
        } else {
            problem.tell(request, response);
        }
    }

    private static boolean isForPeople(HttpServletRequest request) {
        return !startsWith(request.getRequestURI(), MACHINES)
                && request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("html");
    }

    private static boolean startsWith(String path, String... prefixes) {
        return Stream.of(prefixes).anyMatch(path::startsWith);
    }
}
