package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.identity.StaffMember;
import org.junit.jupiter.api.Test;

class VouchedTests {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private static Vouched by(Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(Map.of("preferred_username", "lin", "iat", NOW));
        claims.putAll(more);
        return Vouched.by(() -> claims);
    }

    @Test
    void a_chinese_name_begins_with_the_familys() {
        var vouched = by(Map.of("name", "晓禾 林", "given_name", "晓禾", "family_name", "林"));
        assertThat(vouched.person()).isEqualTo(new StaffMember("lin", "林晓禾"));
    }

    @Test
    void any_other_name_is_taken_as_it_is() {
        var vouched = by(Map.of("name", "Ada Lin", "given_name", "Ada", "family_name", "Lin"));
        assertThat(vouched.person().name()).isEqualTo("Ada Lin");
    }

    @Test
    void a_program_is_called_by_its_account() {
        assertThat(by(Map.of()).person().name()).isEqualTo("lin");
    }

    @Test
    void a_token_without_groups_says_that_there_are_none() {
        assertThat(by(Map.of()).groups()).isEmpty();
        assertThat(by(Map.of("groups", List.of("checker@1", "checker@1"))).groups())
                .containsExactly("checker@1");
    }
}
