package org.gridcase.identity.web.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What somebody on their way to Keycloak has to be asked for when they come back; as text in their session. */
class SettingOut implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String KEPT = "gridcase.settingOut";

    private final ObjectMapper json;
    private final Realm realm;

    SettingOut(ObjectMapper json, Realm realm) {
        this.json = json;
        this.realm = realm;
    }

    private record Secrets(String state, String nonce, String verifier, String redirectUri) {}

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        var secrets = new Secrets(
                asked.getState(),
                asked.getAttribute(OidcParameterNames.NONCE),
                asked.getAttribute(PkceParameterNames.CODE_VERIFIER),
                asked.getRedirectUri());
        request.getSession().setAttribute(KEPT, write(secrets));
    }

    private String write(Secrets secrets) {
        try {
            return json.writeValueAsString(secrets);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (String) session.getAttribute(KEPT))
                .flatMap(this::read)
                .filter(secrets -> secrets.state().equals(state))
                .map(this::asked)
                .orElse(null);
    }

    private Optional<Secrets> read(String text) {
        try {
            return Optional.of(json.readValue(text, Secrets.class));
        } catch (JsonProcessingException otherVersion) {
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest asked(Secrets secrets) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(realm.address("auth"))
                .clientId(realm.clientId())
                .redirectUri(secrets.redirectUri())
                .scopes(Clients.SCOPES)
                .state(secrets.state())
                .attributes(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID, Clients.PAGES,
                        OidcParameterNames.NONCE, secrets.nonce(),
                        PkceParameterNames.CODE_VERIFIER, secrets.verifier()))
                .build();
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        if (asked != null) {
            request.getSession().removeAttribute(KEPT);
        }
        return asked;
    }
}
