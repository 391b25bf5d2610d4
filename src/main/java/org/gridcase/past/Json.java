package org.gridcase.past;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

/** Small objects as JSON. */
final class Json {
    static final String EMPTY = "{}";

    private Json() {}

    /** @param fields names and values by turns; a value that is a number is written as one, one that is missing not at all */
    static String of(@Nullable Object... fields) {
        var text = new StringBuilder(48).append('{');
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            if (value == null) {
                continue;
            }
            if (text.length() > 1) {
                text.append(',');
            }
            text.append('"').append(fields[i]).append("\":");
            if (value instanceof Number) {
                text.append(value);
            } else {
                text.append('"');
                JsonStringEncoder.getInstance().quoteAsString(value.toString(), text);
                text.append('"');
            }
        }
        return text.append('}').toString();
    }
}
