package org.gridcase.desk.web.live;

import java.util.Optional;

/** Somebody's bell has something new in it, or has been read. */
record Ring(String account) {
    private static final String MARK = "bell|";

    /** As it goes over the wire. */
    String text() {
        return MARK + account;
    }

    /** None if it is something else. */
    static Optional<Ring> parse(String text) {
        return text.startsWith(MARK) ? Optional.of(new Ring(text.substring(MARK.length()))) : Optional.empty();
    }
}
