package org.gridcase.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workbooks write a character as {@code _xHHHH_}; text that only looks so is itself escaped. */
final class Escapes {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final Pattern TO_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Escapes() {}

    static String write(String text) {
        return TO_ESCAPE.matcher(text).replaceAll("_x005F_");
    }

    static String read(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
