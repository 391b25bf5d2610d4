package org.gridcase.identity.web.keycloak;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The realm that knows our people. Its addresses follow from its own, so that a start asks it nothing.
 *
 * @param issuer its address as browsers and tokens have it: {@code https://id.example.org/realms/gridcase}
 * @param clientId what our pages are called there
 * @param clientSecret with which our pages show that they are themselves
 * @param audience what a token must be meant for to open the interfaces
 */
@WithKeycloak
@ConfigurationProperties("gridcase.oidc")
record Realm(
        @DefaultValue("") String issuer,
        @DefaultValue("gridcase-pages") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("gridcase-api") String audience) {

    Realm {
        require(issuer.matches("https?://[^/]+(/.*)?/realms/[^/]+"), "issuer", "https://…/realms/gridcase");
        require(!clientSecret.isBlank(), "client-secret", "the secret of the client " + clientId);
    }

    private static void require(boolean right, String property, String expected) {
        if (!right) {
            throw new IllegalStateException("gridcase.oidc." + property + " has to be " + expected);
        }
    }

    String address(String endpoint) {
        return issuer + "/protocol/openid-connect/" + endpoint;
    }

    /** Scheme, host and port. */
    String origin() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
