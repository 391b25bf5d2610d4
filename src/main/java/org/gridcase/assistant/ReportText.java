package org.gridcase.assistant;

import java.util.regex.Pattern;

/** The part of a report that the text model reads. */
final class ReportText {
    static final int MOST_CHARACTERS = 2_000;

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

    private ReportText() {}

    static String of(String raw) {
        var text = raw.substring(0, Math.min(raw.length(), MOST_CHARACTERS));
        return TAG.matcher(text).replaceAll(" ").strip();
    }

    static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }
}
