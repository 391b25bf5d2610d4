package org.gridcase.policy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes whatever a caller has into something a table may safely read: no control characters, no essays, no gaps. */
final class Words {
    private static final int LONGEST = 64;
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private Words() {}

    static String plain(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String clean = ODD.matcher(text).replaceAll("").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, whole(clean));
    }

    static double share(double value) {
        return Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, value));
    }

    private static int whole(String text) {
        return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
