package org.gridcase.identity.web;

import java.time.Duration;
import org.gridcase.limits.Limit;
import org.gridcase.limits.Limits;
import org.gridcase.limits.TooOften;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: for one account from one address, from one address for whichever account, and for
 * one account from wherever. The last two keep nobody out from where they have signed in before, so that a worker whose
 * account is under attack still gets in.
 */
@Component
class Guesses {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Limits limits;

    Guesses(Limits limits) {
        this.limits = limits;
    }

    /**
     * Who is typed, and from where.
     *
     * @param origin an address, as limits count it
     */
    record Guess(String account, String origin) {

        private String pair() {
            return account + "\u0000" + origin;
        }
    }

    /** @throws GuessedTooOften before the password is looked at */
    void check(Guess guess) {
        try {
            limits.look(Limit.PASSWORDS, guess.pair());
            if (!limits.trusts(guess.pair())) {
                limits.look(Limit.PASSWORDS_FROM_ADDRESS, guess.origin());
                limits.look(Limit.PASSWORDS_FOR_ACCOUNT, guess.account());
            }
        } catch (TooOften refused) {
            throw new GuessedTooOften(refused);
        }
    }

    void wrong(Guess guess) {
        limits.spend(Limit.PASSWORDS, guess.pair());
        limits.spend(Limit.PASSWORDS_FROM_ADDRESS, guess.origin());
        limits.spend(Limit.PASSWORDS_FOR_ACCOUNT, guess.account());
    }

    void right(Guess guess) {
        limits.forget(Limit.PASSWORDS, guess.pair());
        if (!limits.trusts(guess.pair())) {
            limits.trust(guess.pair(), REMEMBERED);
        }
    }
}
