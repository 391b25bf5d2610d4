package org.gridcase.identity.web.token;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.gridcase.identity.token.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What a request shows in place of a person: a secret as bearer token, or as the password beside a name.
 *
 * @param account the name beside it, which has to be the owner's
 */
record Presented(Secret secret, @Nullable String account) {
    private static final int LONGEST = 1_000;
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    static Optional<Presented> by(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return meant(header.substring(BEARER.length()).strip(), null);
        }
        return header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? basic(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<Presented> basic(String credentials) {
        try {
            String both = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0 ? Optional.empty() : meant(both.substring(colon + 1), both.substring(0, colon));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Presented> meant(String text, @Nullable String account) {
        return Secret.isMeant(text) ? Optional.of(new Presented(new Secret(text), account)) : Optional.empty();
    }

    boolean isFor(String owner) {
        return account == null || account.equals(owner);
    }

    /** A browser keeps names and passwords and sends them along with another site's form; it never adds a bearer token. */
    boolean mayComeFrom(@Nullable String origin) {
        // the Modeler's own pages are files
        return account == null || origin == null || origin.startsWith("file:");
    }
}
