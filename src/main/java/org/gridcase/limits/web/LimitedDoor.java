package org.gridcase.limits.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.gridcase.limits.Limit;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Doors without an account and the limits before them. Pages that keep what was typed ask for themselves: the report
 * without scripts, and what is added by a link.
 */
enum LimitedDoor {
    REPORT(HttpMethod.POST, "/r/reports", Limit.REPORTS),
    REPORT_BY_PROGRAM(HttpMethod.POST, "/api/reports", Limit.REPORTS),
    REPORT_BY_SYSTEM(HttpMethod.POST, "/open311/v2/{*path}", Limit.REPORTS),
    PHOTO(HttpMethod.POST, "/r/photos", Limit.PHOTOS),
    STAFFS_PHOTO(HttpMethod.POST, "/photos", Limit.PHOTOS),
    PROGRAMS_PHOTO(HttpMethod.POST, "/api/photos", Limit.PHOTOS),
    PLACE(HttpMethod.GET, "/r/place", Limit.PLACES),
    QUESTION(HttpMethod.GET, "/open311/v2/{*path}", Limit.QUESTIONS);

    private final HttpMethod method;
    private final PathPattern path;
    private final Limit limit;

    LimitedDoor(HttpMethod method, String path, Limit limit) {
        this.method = method;
        this.path = PathPatternParser.defaultInstance.parse(path);
        this.limit = limit;
    }

    /** The limit before the door at which a request stands. */
    static Optional<Limit> before(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        // whatever answers GET answers HEAD, with the same work
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return Arrays.stream(values())
                .filter(door -> door.method.name().equals(method) && door.path.matches(path))
                .map(door -> door.limit)
                .findFirst();
    }
}
