package org.gridcase.shared;

import java.util.List;

/**
 * What a module throws when it will not do what was asked. It carries a message key and arguments, never a sentence:
 * each door shows it in its user's language. One subclass per fact, with named factories.
 */
public abstract class Refusal extends RuntimeException {

    /** What kind of no this is; doors translate it (HTTP: 404, 403, 409, 422, 413, 429). */
    public enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        CONFLICT,
        INVALID,
        TOO_LARGE,
        TOO_MANY
    }

    private final Kind kind;
    private final String key;
    private final transient List<Object> arguments;

    /** @param key a key of {@code messages/*.properties}, such as {@code casework.notFound} */
    protected Refusal(Kind kind, String key, Object... arguments) {
        // an answer, not a failure: no stack trace to fill the log of whatever carries it
        super(key, null, false, false);
        this.kind = kind;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
