package org.gridcase.identity.web.keycloak;

import java.util.List;
import java.util.Set;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.web.SignedInPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** Which roles are in force only for whoever has shown more than a password, and whether a token says so. */
final class SecondFactor {
    private static final Set<Role> NEEDED_BY = Set.of(Role.APPROVER, Role.ADMINISTRATOR);
    private static final List<String> AUTHORITIES =
            NEEDED_BY.stream().map(role -> "ROLE_" + role.code()).toList();

    /** RFC 8176: a code of one's own device, a key in hardware, several factors. */
    private static final Set<String> SHOWN = Set.of("otp", "hwk", "mfa");

    private SecondFactor() {}

    static boolean isNeededFor(Grant grant) {
        return NEEDED_BY.contains(grant.role());
    }

    static boolean isMissing(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(AUTHORITIES::contains)
                && !(who instanceof SignedInPerson in ? in.signedIn().secondFactor() : isShown(who.getPrincipal()));
    }

    /** Whatever brings no claims has shown nothing. */
    static boolean isShown(Object principal) {
        return principal instanceof ClaimAccessor token
                && token.getClaim("amr") instanceof List<?> methods
                && methods.stream().anyMatch(SHOWN::contains);
    }
}
