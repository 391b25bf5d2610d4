package org.gridcase.identity.token;

import org.gridcase.shared.Refusal;

/** A deploy token is not made, or not found. */
public class TokenRefused extends Refusal {

    private TokenRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static TokenRefused notForYou() {
        return new TokenRefused(Kind.FORBIDDEN, "identity.token.notForYou");
    }

    static TokenRefused name(int longest) {
        return new TokenRefused(Kind.INVALID, "identity.token.badName", longest);
    }

    static TokenRefused nameTaken() {
        return new TokenRefused(Kind.CONFLICT, "identity.token.nameTaken");
    }

    static TokenRefused days(long most) {
        return new TokenRefused(Kind.INVALID, "identity.token.badDays", most);
    }

    static TokenRefused tooMany(int most) {
        return new TokenRefused(Kind.CONFLICT, "identity.token.tooMany", most);
    }

    static TokenRefused unknown() {
        return new TokenRefused(Kind.NOT_FOUND, "identity.token.unknown");
    }
}
