package org.gridcase.identity.web;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has signed in: all that a session holds of them. What they may do is looked up at each request.
 *
 * @param vouchedAt when it was said who they are
 * @param endsAt when they have to say so again, whatever they do
 * @param secondFactor whether they showed more than a password
 * @param keycloakSession Keycloak's name for the session that this one stands on
 */
public record SignedIn(
        String account,
        Instant vouchedAt,
        Instant endsAt,
        boolean secondFactor,
        @Nullable String keycloakSession) {
    private static final Pattern TEXT = Pattern.compile("1 (\\d{1,15}) (\\d{1,15}) (true|false) (.+)");

    /** Without Keycloak's name, by which sessions are searched: it stands apart. */
    String text() {
        return "1 " + vouchedAt.toEpochMilli() + " " + endsAt.toEpochMilli() + " " + secondFactor + " " + account;
    }

    /** Nothing where another version wrote what this one does not understand. */
    static Optional<SignedIn> read(@Nullable Object text, @Nullable Object keycloakSession) {
        var found = TEXT.matcher(text instanceof String kept ? kept : "");
        return found.matches()
                ? Optional.of(new SignedIn(
                        found.group(4),
                        Instant.ofEpochMilli(Long.parseLong(found.group(1))),
                        Instant.ofEpochMilli(Long.parseLong(found.group(2))),
                        Boolean.parseBoolean(found.group(3)),
                        (String) keycloakSession))
                : Optional.empty();
    }
}
