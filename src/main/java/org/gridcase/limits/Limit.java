package org.gridcase.limits;

import java.util.Locale;

/**
 * What is limited, and how far unless {@code gridcase.limits} says otherwise. Where an address is counted there may be
 * a city hall or an operator's gateway behind it: no honest crowd comes near.
 */
public enum Limit {
    /** Reports from one address. */
    REPORTS("3000/10m"),
    /** Photos from one address. */
    PHOTOS("18000/10m"),
    /** Places put into words for one address. */
    PLACES("12000/10m"),
    /** Questions of other systems (Open311) from one address. */
    QUESTIONS("6000/10m"),
    /** Looks at one case by one link from one address. */
    LOOKS("6000/10m"),
    /** What is added, rated and reopened by one link. */
    ADDITIONS("60/10m"),
    /** Links that lead to no case, from one address. */
    UNKNOWN_LINKS("600/10m"),
    /** All of these together by one account, or by one key that was given out. */
    KNOWN("30000/10m"),
    /** Wrong passwords for one account from one address. */
    PASSWORDS("10/10m"),
    /** Wrong passwords from one address, for whichever account. */
    PASSWORDS_FROM_ADDRESS("300/1h"),
    /** Wrong passwords for one account, from wherever. */
    PASSWORDS_FOR_ACCOUNT("100/1h"),
    /** Tokens that are not believed, from one address. */
    TOKENS("600/10m");

    private final Rate usual;

    Limit(String usual) {
        this.usual = Rate.of(usual);
    }

    Rate usual() {
        return usual;
    }

    /** As configuration and figures call it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
