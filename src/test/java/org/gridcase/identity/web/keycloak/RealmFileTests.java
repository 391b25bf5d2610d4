package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the realm's file promises; that a real Keycloak keeps it is {@link KeycloakIT}'s. */
class RealmFileTests {
    private static final int TEN_HOURS = 36_000;

    private final JsonNode realm;

    RealmFileTests() throws IOException {
        realm = new ObjectMapper()
                .readTree(Path.of("src", "main", "keycloak", "gridcase-realm.json")
                        .toFile());
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private Stream<JsonNode> clients() {
        return each(realm.path("clients"));
    }

    private JsonNode flow(String alias) {
        return each(realm.path("authenticationFlows"))
                .filter(flow -> flow.path("alias").asText().equals(alias))
                .findAny()
                .orElseThrow();
    }

    private static List<String> steps(JsonNode flow) {
        return each(flow.path("authenticationExecutions"))
                .map(step ->
                        step.path("authenticator").asText(step.path("flowAlias").asText()) + " "
                                + step.path("requirement").asText())
                .toList();
    }

    @Test
    void passwords_are_long_of_any_characters_and_never_old() {
        assertThat(realm.path("passwordPolicy").asText().split(" and "))
                .containsExactly("length(12)", "maxLength(128)", "notUsername", "notEmail");
    }

    @Test
    void guessing_is_slowed_down_and_locks_nobody_out_for_good() {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean(true)).isFalse();
        assertThat(realm.path("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isPositive();
    }

    @Test
    void approvers_and_administrators_are_asked_for_a_code_whichever_way_they_come() {
        assertThat(each(realm.path("groups"))
                        .filter(group -> group.path("name").asText().matches("(approver|administrator)@.+")))
                .isNotEmpty()
                .allMatch(group -> group.path("realmRoles").path(0).asText().equals("second-factor"));
        assertThat(realm.path("browserFlow").asText()).isEqualTo("gridcase browser");
        assertThat(realm.path("directGrantFlow").asText()).isEqualTo("gridcase direct grant");
        assertThat(steps(flow("gridcase sign-in")))
                .containsExactly("auth-username-password-form REQUIRED", "gridcase second factor CONDITIONAL");
        assertThat(steps(flow("gridcase second factor")))
                .containsExactly("conditional-user-role REQUIRED", "auth-otp-form REQUIRED");
        assertThat(steps(flow("gridcase direct grant second factor")))
                .containsExactly("conditional-user-role REQUIRED", "direct-grant-validate-otp REQUIRED");
    }

    @Test
    void the_token_says_how_somebody_signed_in() {
        assertThat(clients().filter(client -> client.path("clientId").asText().equals("gridcase-pages")))
                .allMatch(client -> each(client.path("protocolMappers"))
                        .anyMatch(
                                mapper -> mapper.path("protocolMapper").asText().equals("oidc-amr-mapper")));
        assertThat(each(realm.path("authenticatorConfig"))
                        .filter(config -> config.path("config").has("default.reference.value")))
                .as("as long as the longest session")
                .hasSize(4)
                .allMatch(config ->
                        config.path("config").path("default.reference.maxAge").asInt() == TEN_HOURS);
    }

    @Test
    void codes_work_once_and_are_what_every_phones_program_makes() {
        assertThat(realm.path("otpPolicyType").asText()).isEqualTo("totp");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
        assertThat(realm.path("otpPolicyDigits").asInt()).isEqualTo(6);
        assertThat(realm.path("otpPolicyPeriod").asInt()).isEqualTo(30);
        assertThat(realm.path("otpPolicyLookAheadWindow").asInt()).isEqualTo(1);
    }

    @Test
    void sessions_and_tokens_end() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.path("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(1800);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isEqualTo(TEN_HOURS);
        assertThat(realm.path("offlineSessionMaxLifespanEnabled").asBoolean()).isTrue();
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
    }

    @Test
    void a_refresh_token_works_once() {
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
    }

    @Test
    void every_client_has_a_secret_and_only_the_grant_that_it_needs() {
        assertThat(clients())
                .allMatch(client -> !client.path("publicClient").asBoolean())
                .allMatch(client -> !client.path("implicitFlowEnabled").asBoolean())
                .allMatch(client -> !client.path("directAccessGrantsEnabled").asBoolean(true))
                .allMatch(client -> !client.path("fullScopeAllowed").asBoolean(true))
                .allMatch(client -> !(client.path("standardFlowEnabled").asBoolean()
                        && client.path("serviceAccountsEnabled").asBoolean()));
    }

    @Test
    void people_come_back_to_exact_addresses_and_with_proof_of_the_key_they_set_out_with() {
        var coming = clients()
                .filter(client -> client.path("standardFlowEnabled").asBoolean())
                .toList();
        assertThat(coming)
                .isNotEmpty()
                .allMatch(client -> client.path("attributes")
                        .path("pkce.code.challenge.method")
                        .asText()
                        .equals("S256"))
                .allMatch(client -> client.path("webOrigins").isEmpty());
        assertThat(coming.stream().flatMap(client -> each(client.path("redirectUris"))))
                .isNotEmpty()
                .noneMatch(address -> address.asText().contains("*"));
    }

    @Test
    void nobody_registers_themself_or_changes_their_name() {
        for (String shut : List.of(
                "registrationAllowed", "editUsernameAllowed", "resetPasswordAllowed", "loginWithEmailAllowed")) {
            assertThat(realm.path(shut).asBoolean(true)).as(shut).isFalse();
        }
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
    }
}
