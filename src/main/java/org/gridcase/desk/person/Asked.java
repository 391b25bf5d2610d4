package org.gridcase.desk.person;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be shown, and why.
 *
 * @param why one of {@link #WHYS}
 * @param words the same in their own words
 * @param fields of {@link #FIELDS}
 */
public record Asked(
        @Nullable String why,
        @Nullable String words,
        @Nullable Set<String> fields) {
    public static final String CONTACT = "contact";
    public static final String WORDS = "words";
    public static final List<String> WHYS = List.of("call", "place", "dispute", "request");
    public static final List<String> FIELDS = List.of(CONTACT, WORDS);
    static final int LONGEST = 200;

    /** @throws RevealRefused unless there is a reason and something that is asked for */
    Asked checked() {
        if (why == null || !WHYS.contains(why) || words == null || words.isBlank() || words.length() > LONGEST) {
            throw RevealRefused.withoutReason(LONGEST);
        }
        Set<String> known = new TreeSet<>(Objects.requireNonNullElse(fields, Set.of()));
        known.retainAll(FIELDS);
        if (known.isEmpty()) {
            throw RevealRefused.nothingAsked();
        }
        return new Asked(why, words.strip(), known);
    }

    boolean asks(String field) {
        return fields != null && fields.contains(field);
    }
}
