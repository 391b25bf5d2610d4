package org.gridcase.identity.web.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridcase.identity.StaffMember;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** What a token says of a person. */
record Vouched(StaffMember person, Set<String> groups, Instant saidAt) {
    static final String ACCOUNT = "preferred_username";

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

    static Vouched by(ClaimAccessor token) {
        String account = Objects.requireNonNull(token.getClaimAsString(ACCOUNT));
        List<String> groups =
                Optional.ofNullable(token.getClaimAsStringList("groups")).orElse(List.of());
        return new Vouched(
                new StaffMember(account, name(token).orElse(account)),
                Set.copyOf(groups),
                Objects.requireNonNull(token.getClaimAsInstant("iat")));
    }

    /** Keycloak calls the account of a client so; nobody can show a second factor for it. */
    boolean isProgram() {
        return person.id().startsWith("service-account-");
    }

    /** Chinese names stand with the family's first and without a space. */
    private static Optional<String> name(ClaimAccessor token) {
        String family = token.getClaimAsString("family_name");
        String given = token.getClaimAsString("given_name");
        if (family != null && given != null && CHINESE.matcher(family + given).matches()) {
            return Optional.of(family + given);
        }
        return Optional.ofNullable(token.getClaimAsString("name"));
    }
}
