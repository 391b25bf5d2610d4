package org.gridcase.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of personal sign looks, and which part of it is hidden.
 *
 * @param kind {@code phone}, {@code door} …
 * @param pattern with a group {@code hide}; upon {@link Folded} text
 */
record Mask(String kind, Pattern pattern) {
    private static final String HIDE = "hide";

    static Mask of(String line) {
        int tab = line.indexOf('\t');
        return new Mask(line.substring(0, tab), Pattern.compile(line.substring(tab + 1)));
    }

    boolean isDoor() {
        return kind.equals("door");
    }

    /** Stars the letters and digits of what is hidden, in place. */
    void hide(char[] text) {
        Matcher found = pattern.matcher(Folded.of(text));
        while (found.find()) {
            for (int at = found.start(HIDE); at < found.end(HIDE); at++) {
                if (Character.isLetterOrDigit(text[at])) {
                    text[at] = '*';
                }
            }
        }
    }
}
