package org.gridcase.identity.roster;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * As whom we speak to Keycloak's admin interface.
 *
 * @param issuer the realm's address: {@code https://id.example.org/realms/gridcase}
 * @param rosterClientId a client with a service account
 * @param rosterClientSecret its secret; without one nothing is synchronised
 */
@ConfigurationProperties("gridcase.oidc")
record RosterClient(
        @DefaultValue("") String issuer,
        @DefaultValue("gridcase-roster") String rosterClientId,
        @DefaultValue("") String rosterClientSecret) {

    /** Keycloak's admin interface stands beside its realms. */
    String admin() {
        int realm = issuer.lastIndexOf("/realms/");
        return issuer.substring(0, realm) + "/admin" + issuer.substring(realm);
    }

    String tokens() {
        return issuer + "/protocol/openid-connect/token";
    }
}
