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
 * @param keycloakSession Keycloak's name for the session that this one stands on
 */
public record SignedIn(
        String account,
        Instant vouchedAt,
        Instant endsAt,
        @Nullable String keycloakSession) {
    private static final Pattern TEXT = Pattern.compile("1 (\\d{1,15}) (\\d{1,15}) (.+)");

    /** Without Keycloak's name, by which sessions are searched: it stands apart. */
    String text() {
        return "1 " + vouchedAt.toEpochMilli() + " " + endsAt.toEpochMilli() + " " + account;
    }

    /** Nothing where another version wrote what this one does not understand. */
    static Optional<SignedIn> read(@Nullable Object text, @Nullable Object keycloakSession) {
        var found = TEXT.matcher(text instanceof String kept ? kept : "");
        return found.matches()
                ? Optional.of(new SignedIn(
                        found.group(3),
                        Instant.ofEpochMilli(Long.parseLong(found.group(1))),
                        Instant.ofEpochMilli(Long.parseLong(found.group(2))),
                        (String) keycloakSession))
                : Optional.empty();
    }
}
