package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.audit.Tally;
import org.gridcase.limits.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Puts on record who tried what they may not. */
@Component
class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final String ANYBODY = "anybody";
    private static final int LONGEST_PATH = 200;

    private final Tally tally;

    Attempts(Tally tally) {
        this.tally = tally;
    }

    /** The answer stands already: a record that fails is told to the operator. */
    void note(String action, HttpServletRequest request) {
        var detail = Map.of("address", String.valueOf(request.getRemoteAddr()), "path", path(request));
        String actor = actor();
        var entry = new AuditEntry(actor, action, new Subject("door", door(request)), null, detail);
        try {
            tally.note(entry, actor.equals(ANYBODY) ? Limits.address(request) : actor);
        } catch (DataAccessException | TransactionException unwritten) {
            LOG.error("{} is not on record: {}", action, unwritten.getClass().getSimpleName());
        }
    }

    private static String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || Objects.equals(who.getName(), "anonymousUser") ? ANYBODY : who.getName();
    }

    /** The first word of the path only: the next may be a secret link. */
    private static String door(HttpServletRequest request) {
        String[] words = request.getRequestURI().split("/");
        String first = words.length > 1 ? words[1].replaceAll("[^\\w-]", "") : "";
        return "/" + first.substring(0, Math.min(40, first.length()));
    }

    private static String path(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/follow/")) {
            return "/follow/…";
        }
        return request.getMethod() + " " + path.substring(0, Math.min(LONGEST_PATH, path.length()));
    }
}
