package org.gridcase.notice;

/** Text that stays on its line, whatever somebody wrote into it. */
final class Line {

    private Line() {}

    /** Without control characters, and no longer than that. */
    static String of(String text, int longest) {
        String line = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    static boolean is(String text) {
        return of(text, Integer.MAX_VALUE).equals(text.strip());
    }
}
