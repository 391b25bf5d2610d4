package org.gridcase.assistant;

import java.util.ArrayList;
import java.util.List;

/** Cuts text where BERT does: at spaces, around punctuation and around every Chinese character. */
final class Words {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private Words() {}

    static List<String> of(String text) {
        var words = new Words();
        text.codePoints().filter(character -> !isNoise(character)).forEach(words::add);
        words.close();
        return words.words;
    }

    private void add(int character) {
        if (isSpace(character)) {
            close();
        } else if (Character.isIdeographic(character) || isPunctuation(character)) {
            close();
            words.add(Character.toString(character));
        } else {
            open.appendCodePoint(character);
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            words.add(open.toString());
            open.setLength(0);
        }
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isNoise(int character) {
        return character == 0xFFFD
                || !isSpace(character)
                        && switch (Character.getType(character)) {
                            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
                            default -> false;
                        };
    }

    private static boolean isPunctuation(int character) {
        return isAsciiSymbol(character)
                || switch (Character.getType(character)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isAsciiSymbol(int character) {
        return character > ' ' && character < 0x7F && !Character.isLetterOrDigit(character);
    }
}
