package org.gridcase.notice;

import java.util.Locale;

/** How somebody hears of something. */
public enum Channel {
    /** On our own pages. */
    BELL,
    /** Once a day, with everything else that waited for it. */
    DIGEST,
    MAIL,
    SMS,
    /** A robot in a group of colleagues. */
    DINGTALK,
    /** Another program of the city. */
    WEBHOOK;

    /** As in decision tables and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it leaves the house. */
    boolean goesOut() {
        return this != BELL && this != DIGEST;
    }

    /** Whether it leads to one place and not to a person. */
    boolean isPost() {
        return this == DINGTALK || this == WEBHOOK;
    }
}
