package org.gridcase.casework;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts text into what search looks up: pairs of neighbouring characters, so that any part of a word finds it. */
public final class CaseWords {
    /** All pairs of the longest report and address. */
    private static final int MOST = 2_400;

    private CaseWords() {}

    /** The pairs; a character that stands alone is kept alone. */
    public static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        for (int[] run : runs(text)) {
            for (int i = 0; i + 1 < run.length && words.size() < MOST; i++) {
                words.add(new String(run, i, 2));
            }
            if (run.length == 1 && words.size() < MOST) {
                words.add(new String(run, 0, 1));
            }
        }
        return words;
    }

    /** The words of a question as they must stand in the text: whole, in small letters, of the usual width. */
    static List<String> terms(String question) {
        return runs(question).stream()
                .map(run -> new String(run, 0, run.length))
                .distinct()
                .toList();
    }

    /** The pairs that every text with these terms has; none for single characters. */
    static Set<String> pairs(String question) {
        var pairs = of(question);
        pairs.removeIf(pair -> pair.codePointCount(0, pair.length()) < 2);
        return pairs;
    }

    /** Neighbouring letters and digits; Chinese and others apart. */
    private static List<int[]> runs(String text) {
        List<int[]> runs = new ArrayList<>();
        var run = new StringBuilder();
        boolean chinese = false;
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (int at = 0; at <= normal.length(); ) {
            int sign = at < normal.length() ? normal.codePointAt(at) : ' ';
            at += Character.charCount(sign);
            boolean part = Character.isLetterOrDigit(sign);
            boolean other = Character.isIdeographic(sign) != chinese;
            if (!run.isEmpty() && (!part || other)) {
                runs.add(run.codePoints().toArray());
                run.setLength(0);
            }
            if (part) {
                chinese = Character.isIdeographic(sign);
                run.appendCodePoint(sign);
            }
        }
        return runs;
    }
}
