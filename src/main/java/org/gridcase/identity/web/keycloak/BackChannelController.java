package org.gridcase.identity.web.keycloak;

import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.identity.web.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.oidc.authentication.logout.LogoutTokenClaimNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Keycloak says that a session has ended there: ours on it end on every node (OpenID Connect back-channel log-out).
 */
@RestController
@WithKeycloak
class BackChannelController {
    static final String PATH = "/logout/connect/back-channel/" + Clients.PAGES;

    private static final Logger LOG = LoggerFactory.getLogger(BackChannelController.class);

    private final JwtDecoder tokens;
    private final KeycloakSessions keycloaks;
    private final Sessions sessions;
    private final Audit audit;

    BackChannelController(
            @Qualifier("logoutTokens") JwtDecoder tokens, KeycloakSessions keycloaks, Sessions sessions, Audit audit) {
        this.tokens = tokens;
        this.keycloaks = keycloaks;
        this.sessions = sessions;
        this.audit = audit;
    }

    @PostMapping(PATH)
    @Transactional
    public ResponseEntity<Void> ended(
            @RequestParam(name = "logout_token", required = false, defaultValue = "") String text) {
        try {
            String session = tokens.decode(text).getClaimAsString(LogoutTokenClaimNames.SID);
            return keycloaks.end(session) ? endOurs(session) : refused("it has ended before");
        } catch (BadJwtException untrue) {
            return refused("not from the realm, not for us, not of this time or no log-out");
        }
    }

    private ResponseEntity<Void> endOurs(String session) {
        for (String account : sessions.endThoseOn(session)) {
            audit.note(new AuditEntry(
                    account, "sign-out", new Subject("account", account), null, Map.of("by", "keycloak")));
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }

    private static ResponseEntity<Void> refused(String why) {
        LOG.warn("a log-out token was refused: {}", why);
        return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).build();
    }
}
