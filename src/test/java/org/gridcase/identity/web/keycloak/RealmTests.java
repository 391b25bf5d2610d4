package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTests {

    private static Realm realm(String issuer, String secret) {
        return new Realm(issuer, "gridcase-pages", secret, "gridcase-api");
    }

    @Test
    void its_addresses_follow_from_its_own() {
        var realm = realm("https://id.example.org:8443/auth/realms/gridcase", "s");
        assertThat(realm.address("certs"))
                .isEqualTo("https://id.example.org:8443/auth/realms/gridcase/protocol/openid-connect/certs");
        assertThat(realm.origin()).isEqualTo("https://id.example.org:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id.example.org/realms/gridcase",
                "https://id.example.org",
                "https://id.example.org/realms/gridcase/",
                "ftp://id.example.org/realms/gridcase",
                "https:///realms/gridcase"
            })
    void what_is_no_realms_address_stops_the_start(String issuer) {
        assertThatThrownBy(() -> realm(issuer, "s")).hasMessageContaining("gridcase.oidc.issuer");
    }

    @Test
    void a_forgotten_secret_stops_the_start() {
        assertThatThrownBy(() -> realm("https://id.example.org/realms/gridcase", " "))
                .hasMessageContaining("gridcase.oidc.client-secret");
    }
}
