package org.gridcase.catalogue;

import java.util.List;
import java.util.Locale;

/**
 * A cell of a spreadsheet that cannot be taken in.
 *
 * @param cell such as {@code E12}
 * @param key of {@code messages/catalogue}, whose text takes {@code args}
 */
public record RefusedCell(String sheet, String cell, String key, List<String> args) {

    public RefusedCell {
        args = List.copyOf(args);
    }

    /** Why, in the reader's words. */
    public String reason(Locale locale) {
        return Words.in(locale).of(key, args.toArray());
    }
}
