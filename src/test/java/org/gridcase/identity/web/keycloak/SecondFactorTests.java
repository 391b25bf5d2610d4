package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;

class SecondFactorTests {

    private static Authentication somebody(Map<String, Object> claims, String... roles) {
        ClaimAccessor token = () -> claims;
        return new TestingAuthenticationToken(token, "", roles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp", "hwk", "mfa"})
    void a_code_or_a_key_beside_the_password_is_enough(String method) {
        assertThat(SecondFactor.isMissing(somebody(Map.of("amr", List.of("pwd", method)), "ROLE_administrator")))
                .isFalse();
    }

    @Test
    void a_password_alone_is_not_for_approvers_and_administrators() {
        for (String role : List.of("ROLE_approver", "ROLE_administrator")) {
            assertThat(SecondFactor.isMissing(somebody(Map.of("amr", List.of("pwd")), "ROLE_checker", role)))
                    .isTrue();
            assertThat(SecondFactor.isMissing(somebody(Map.of("amr", "otp"), role)))
                    .as("not as the standard has it")
                    .isTrue();
            assertThat(SecondFactor.isMissing(somebody(Map.of(), role))).isTrue();
            assertThat(SecondFactor.isMissing(new TestingAuthenticationToken("admin", "", role)))
                    .as("somebody without any token")
                    .isTrue();
        }
    }

    @Test
    void nobody_else_needs_one() {
        assertThat(SecondFactor.isMissing(somebody(Map.of(), "ROLE_checker", "ROLE_analyst")))
                .isFalse();
        assertThat(SecondFactor.isMissing(null)).isFalse();
    }
}
