package org.gridcase.identity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.audit.Tally;
import org.gridcase.limits.Limits;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Puts on record who signs in and out, and who tries to. */
@Component
class SignIns {
    /** Longer names belong to no account. */
    private static final int LONGEST_NAME = 100;

    private final Audit audit;
    private final Tally tally;
    private final Clock clock;
    private final ZoneId zone;

    SignIns(Audit audit, Tally tally, Clock clock, ZoneId zone) {
        this.audit = audit;
        this.tally = tally;
        this.clock = clock;
        this.zone = zone;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        note("sign-in", event.getAuthentication());
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        note("sign-out", event.getAuthentication());
    }

    /** What was typed may be a password in the wrong field: it is told only where it can be erased, a day at a time. */
    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Map<String, String> detail = new TreeMap<>(address(event.getAuthentication()));
        detail.put("cause", event.getException().getClass().getSimpleName());
        // anything else than a name and a password has a credential where a name would be
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken typed) {
            detail.put("typed", shortened(typed.getName()));
        }
        Subject day = new Subject(
                "sign-in", LocalDate.ofInstant(clock.instant(), zone).toString());
        tally.note(
                new AuditEntry("anybody", "sign-in.failed", day, null, detail),
                Limits.address(detail.getOrDefault("address", "")));
    }

    private void note(String action, Authentication who) {
        audit.note(new AuditEntry(who.getName(), action, new Subject("account", who.getName()), null, address(who)));
    }

    private static Map<String, String> address(Authentication who) {
        return who.getDetails() instanceof WebAuthenticationDetails details
                ? Map.of("address", String.valueOf(details.getRemoteAddress()))
                : Map.of();
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
