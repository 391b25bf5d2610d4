package org.gridcase.casework;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Cuts text into what search looks up: pairs of neighbouring Chinese characters, and Latin words or numbers whole. */
final class CaseWords {
    private static final int MOST = 600;

    private CaseWords() {}

    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        var run = new StringBuilder();
        boolean chinese = false;
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int at = 0; at <= normal.length() && words.size() < MOST; ) {
            int sign = at < normal.length() ? normal.codePointAt(at) : ' ';
            at += Character.charCount(sign);
            boolean ideograph = Character.isIdeographic(sign);
            boolean part = Character.isLetterOrDigit(sign);
            if (!part || (ideograph != chinese && !run.isEmpty())) {
                add(words, run, chinese);
            }
            if (part) {
                chinese = ideograph;
                run.appendCodePoint(sign);
            }
        }
        return words;
    }

    private static void add(Set<String> words, StringBuilder run, boolean chinese) {
        if (run.isEmpty()) {
            return;
        }
        String text = run.toString();
        run.setLength(0);
        int[] signs = text.codePoints().toArray();
        if (!chinese || signs.length == 1) {
            words.add(text.length() > 64 ? text.substring(0, 64) : text);
            return;
        }
        for (int i = 0; i + 1 < signs.length; i++) {
            words.add(new String(signs, i, 2));
        }
    }
}
