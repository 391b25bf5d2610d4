package org.gridcase.identity.web.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gridcase.identity.web.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.util.UrlUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Sends whoever signs out here on to Keycloak, so that they are out there too, and from there to our first page. */
@Component
@WithKeycloak
class Farewell implements LogoutSuccessHandler {
    private final Realm realm;
    private final KeycloakSessions sessions;

    Farewell(Realm realm, KeycloakSessions sessions) {
        this.realm = realm;
        this.sessions = sessions;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException {
        var session = person instanceof SignedInPerson in ? in.signedIn().keycloakSession() : null;
        var token = Optional.ofNullable(session).flatMap(sessions::leave);
        response.sendRedirect(token.map(known -> outOf(known, request)).orElse(home(request)));
    }

    private String outOf(String idToken, HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(realm.address("logout"))
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .buildAndExpand(idToken, home(request))
                .toUriString();
    }

    private static String home(HttpServletRequest request) {
        return UriComponentsBuilder.fromUriString(UrlUtils.buildFullRequestUrl(request))
                .replacePath(request.getContextPath() + "/")
                .replaceQuery(null)
                .fragment(null)
                .build()
                .toUriString();
    }
}
