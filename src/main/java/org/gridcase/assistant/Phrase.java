package org.gridcase.assistant;

import java.util.regex.Pattern;

/** An example of how people report something of a class. */
record Phrase(String serviceCode, String text) {
    /** N: what is no case at all, such as thanks or an enquiry. */
    private static final Pattern LINE = Pattern.compile("([MCLN]\\d{5})\t(\\S.{0,499})");

    static Phrase of(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a service code, a tab and a text of at most 500: " + line);
        }
        return new Phrase(parts.group(1), parts.group(2));
    }
}
