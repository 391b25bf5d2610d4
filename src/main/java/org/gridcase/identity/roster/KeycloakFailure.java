package org.gridcase.identity.roster;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Keycloak did not do what it was asked. */
class KeycloakFailure extends RuntimeException {

    /** Why, as far as it concerns who has to put it right. */
    enum Why {
        /** No answer, or one that says to come back later. */
        UNREACHABLE,
        /** The client's name or secret is wrong. */
        UNKNOWN_CLIENT,
        /** The client's service account lacks a role. */
        FORBIDDEN,
        /** An answer that we do not understand. */
        UNEXPECTED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    KeycloakFailure(Why why, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.why = why;
    }

    static KeycloakFailure status(int status, String path) {
        Why why = status == 403
                ? Why.FORBIDDEN
                : status == 401
                        ? Why.UNKNOWN_CLIENT
                        : status == 429 || status >= 500 ? Why.UNREACHABLE : Why.UNEXPECTED;
        return new KeycloakFailure(why, "Keycloak answers " + status + " at " + path, null);
    }

    Why why() {
        return why;
    }
}
