package org.gridcase.identity.web;

import org.gridcase.limits.TooOften;
import org.springframework.security.authentication.LockedException;

/** Too many wrong passwords: the one typed now was not looked at. */
class GuessedTooOften extends LockedException {
    private final transient TooOften refusal;

    GuessedTooOften(TooOften refusal) {
        super("too many wrong passwords");
        this.refusal = refusal;
    }

    TooOften refusal() {
        return refusal;
    }
}
