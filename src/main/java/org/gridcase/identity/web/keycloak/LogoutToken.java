package org.gridcase.identity.web.keycloak;

import java.util.Map;
import org.springframework.security.oauth2.client.oidc.authentication.logout.LogoutTokenClaimNames;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.StringUtils;

/** What a token must say, besides from whom and for whom it is, to end a session. */
class LogoutToken implements OAuth2TokenValidator<Jwt> {
    private static final String ENDED = "http://schemas.openid.net/event/backchannel-logout";

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        boolean tells = token.getClaim(LogoutTokenClaimNames.EVENTS) instanceof Map<?, ?> events
                && events.get(ENDED) instanceof Map
                && token.getIssuedAt() != null
                && StringUtils.hasText(token.getId())
                && StringUtils.hasText(token.getClaimAsString(LogoutTokenClaimNames.SID))
                // one for signing in is none for leaving
                && !token.hasClaim("nonce");
        return tells
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", "no logout token", null));
    }
}
