package org.gridcase.grid.exchange;

import java.util.ArrayList;
import java.util.List;

/** Takes CSV text apart; a quoted field may hold commas, quotes and line breaks. */
final class CsvText {
    /** What stood on a line, by its number in the file; a field over several lines counts from its first. */
    record Line(int number, List<String> fields) {}

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int number = 1;

    CsvText(String text) {
        this.text = text;
    }

    /** Blank lines are left out. */
    List<Line> lines() {
        while (at < text.length()) {
            int first = number;
            List<String> fields = fields();
            if (fields.size() > 1 || !fields.get(0).isBlank()) {
                lines.add(new Line(first, fields));
            }
        }
        return lines;
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        } while (take(','));
        take('\r');
        if (take('\n')) {
            number++;
        }
        return fields;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"' && !take('"')) {
                break;
            }
            number += next == '\n' ? 1 : 0;
            field.append(next);
        }
        // whatever follows the closing quote belongs to the field: its checks will say what is wrong
        return field.append(plain()).toString();
    }

    private boolean take(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }
}
