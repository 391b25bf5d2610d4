package org.gridcase.identity.roster;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient.RequestHeadersSpec;

/** Keycloak's admin interface to our realm. Everything asked there may be asked again, and is, a few times. */
@Component
@WithRoster
class AdminDoor {
    private static final int TRIES = 3;

    private final RosterClient client;
    private final RosterTokens tokens;
    private final KeycloakHttp http;

    AdminDoor(RosterClient client, RosterTokens tokens, KeycloakHttp http) {
        this.client = client;
        this.tokens = tokens;
        this.http = http;
    }

    /** @param path with {@code {}} for each value */
    KeycloakHttp.Answer get(String path, Object... values) {
        return send(HttpMethod.GET, path, null, values);
    }

    /** @throws KeycloakFailure unless it was done, is not there (404) or is there already (409) */
    KeycloakHttp.Answer send(HttpMethod method, String path, @Nullable Object body, Object... values) {
        for (int left = TRIES - 1; ; left--) {
            String bearer = tokens.bearer();
            var answer = attempt(method, path, body, bearer, left, values);
            if (answer != null && answer.status() == 401) {
                tokens.forget(bearer);
            }
            boolean again = answer == null || answer.status() == 401 || answer.asksForPatience();
            if (answer != null && (!again || left == 0)) {
                return checked(answer, path);
            }
        }
    }

    private KeycloakHttp.@Nullable Answer attempt(
            HttpMethod method, String path, @Nullable Object body, String bearer, int left, Object... values) {
        try {
            return http.send(method, request -> {
                var spec = request.uri(client.admin() + path, values).headers(headers -> headers.setBearerAuth(bearer));
                return body == null
                        ? (RequestHeadersSpec<?>) spec
                        : spec.contentType(MediaType.APPLICATION_JSON).body(body);
            });
        } catch (KeycloakFailure silent) {
            if (left == 0 || silent.why() != KeycloakFailure.Why.UNREACHABLE) {
                throw silent;
            }
            return null;
        }
    }

    private static KeycloakHttp.Answer checked(KeycloakHttp.Answer answer, String path) {
        if (answer.isFine() || answer.status() == 404 || answer.status() == 409) {
            return answer;
        }
        throw KeycloakFailure.status(answer.status(), path);
    }
}
