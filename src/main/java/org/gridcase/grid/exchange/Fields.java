package org.gridcase.grid.exchange;

import java.util.regex.Pattern;

/** Checks that several kinds of rows share. */
final class Fields {
    private static final int EXCERPT = 60;
    /** A spreadsheet would run what begins with one of the four signs as a formula. */
    private static final Pattern NAME = Pattern.compile("[^=+\\-@\\p{Cntrl}\\s][^\\p{Cntrl}]{0,99}");

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Fields() {}

    /** Of a unit or a dedicated grid. */
    static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }

    static void name(int row, String name, Findings findings) {
        if (!NAME.matcher(name).matches()) {
            findings.refuse(row, "name", "name", excerpt(name));
        }
    }

    /** As much of a strange value as a report needs. */
    static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
