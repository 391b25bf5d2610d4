package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the realm as shipped promises in {@code docs/security.md}. */
class RealmFileTests {
    private final JsonNode realm = read();

    @Test
    void passwordsAreLongAndOtherwiseAsPeopleLike() {
        assertThat(realm.path("passwordPolicy").asText())
                .contains("length(")
                .doesNotContain("digits", "upperCase", "specialChars", "forceExpiredPasswordChange");
    }

    @Test
    void guessingIsSlowedDownAndLocksNobodyOutForGood() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean(true)).isFalse();
        assertThat(realm.path("failureFactor").asInt()).isBetween(1, 10);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isLessThanOrEqualTo(900);
    }

    @Test
    void codesAndTokensAreShortLivedAndRefreshTokensWorkOnceAndEnd() {
        assertThat(realm.path("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(1)).isZero();
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(36_000);
        assertThat(realm.path("offlineSessionMaxLifespanEnabled").asBoolean()).isTrue();
    }

    @Test
    void ourPagesComeBackToOneAddressWithACodeAndProofThatTheyAskedForIt() {
        JsonNode pages = client("gridcase-pages");
        assertThat(pages.path("redirectUris")).singleElement().satisfies(uri -> assertThat(uri.asText())
                .doesNotContain("*"));
        assertThat(pages.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        assertThat(pages.path("standardFlowEnabled").asBoolean()).isTrue();
    }

    @Test
    void clientsHaveSecretsAndOnlyTheGrantsTheyNeed() {
        for (JsonNode client : realm.path("clients")) {
            assertThat(client.path("publicClient").asBoolean()).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        }
        assertThat(client("gridcase-pages").path("serviceAccountsEnabled").asBoolean())
                .isFalse();
        assertThat(client("gridcase-machine").path("standardFlowEnabled").asBoolean())
                .isFalse();
    }

    @Test
    void aProgramsTokenNamesForWhomItIs() {
        assertThat(client("gridcase-machine").path("protocolMappers")).anySatisfy(mapper -> assertThat(
                        mapper.path("config").path("included.client.audience").asText())
                .isEqualTo("gridcase-api"));
    }

    private JsonNode client(String id) {
        return StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Repository.text("src/main/keycloak/gridcase-realm.json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
