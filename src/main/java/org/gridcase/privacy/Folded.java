package org.gridcase.privacy;

/** Text with signs of the usual width, each where it stood: what people type on Chinese keyboards looks the same then. */
final class Folded {
    private static final int FULL_WIDTH = 0xFEE0;

    private Folded() {}

    static String of(char[] text) {
        char[] folded = new char[text.length];
        for (int at = 0; at < text.length; at++) {
            folded[at] = fold(text[at]);
        }
        return new String(folded);
    }

    private static char fold(char sign) {
        if (sign >= '！' && sign <= '～') {
            return (char) (sign - FULL_WIDTH);
        }
        return switch (sign) {
            case '\u3000', '\u00a0', '\u2002', '\u2003', '\u2009', '\t' -> ' ';
            case '‐', '‑', '‒', '–', '—', '―', '−', '─' -> '-';
            default -> sign;
        };
    }
}
