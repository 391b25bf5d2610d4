package org.gridcase.privacy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * One thing kept of a person.
 *
 * @param kind {@code contact}, {@code words}, {@code photo} …
 * @param fields in a word or two each
 * @param file as it was sent; none for what is only rows
 */
public record Kept(
        String kind, Map<String, String> fields, @Nullable Resource file) {

    public static Kept of(String kind, Map<String, String> fields) {
        return new Kept(kind, fields, null);
    }
}
