package org.gridcase.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Keeps in the session who has signed in, and finds their rights anew at each request that asks for them. */
@Component
class KeptSignIns implements SecurityContextRepository {
    static final String SIGNED_IN = "gridcase.signedIn";
    /** An index of the database knows it by this name. */
    static final String KEYCLOAK_SESSION = "gridcase.keycloakSession";

    private final SignIn signIn;
    private final Rights rights;
    private final Sessions sessions;
    private final Clock clock;

    KeptSignIns(SignIn signIn, Rights rights, Sessions sessions, Clock clock) {
        this.signIn = signIn;
        this.rights = rights;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        var request = exchange.getRequest();
        var context = SecurityContextHolder.createEmptyContext();
        var session = request.getSession(false);
        if (session != null && session.getAttribute(SIGNED_IN) != null) {
            var person = read(session).filter(this::counts);
            person.ifPresentOrElse(in -> context.setAuthentication(present(in, session, request)), session::invalidate);
        }
        return context;
    }

    private SignedInPerson present(SignedIn in, HttpSession session, HttpServletRequest request) {
        if (!byItself(request)) {
            sessions.used(session.getId());
        }
        return new SignedInPerson(in, rights.of(in.account()), request);
    }

    /** A page that stands open and renews itself keeps nobody signed in. */
    private static boolean byItself(HttpServletRequest request) {
        return request.getHeader("X-GC-Unasked") != null
                || MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader(HttpHeaders.ACCEPT));
    }

    private static Optional<SignedIn> read(HttpSession session) {
        return SignedIn.read(session.getAttribute(SIGNED_IN), session.getAttribute(KEYCLOAK_SESSION));
    }

    private boolean counts(SignedIn in) {
        return clock.instant().isBefore(in.endsAt())
                && !rights.ended(in.account(), in.vouchedAt(), in.keycloakSession());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var who = context.getAuthentication();
        if (who != null) {
            var in = signIn.signedIn(who);
            var session = request.getSession();
            session.setAttribute(SIGNED_IN, in.text());
            session.setAttribute(KEYCLOAK_SESSION, in.keycloakSession());
        } else if (containsContext(request)) {
            request.getSession().removeAttribute(SIGNED_IN);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SIGNED_IN) != null;
    }
}
