package org.gridcase.desk.web.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a caller fills into a form, read from JSON. */
final class Fields {
    private static final int MOST = 50;

    private Fields() {}

    /**
     * Text, numbers and booleans as they are, a list as one text with commas, nothing for null.
     *
     * @throws IllegalArgumentException for anything deeper, and for too many fields
     */
    static Map<String, Object> plain(Map<String, Object> json) {
        if (json.size() > MOST) {
            throw new IllegalArgumentException("too many fields");
        }
        Map<String, Object> plain = new HashMap<>();
        json.forEach((name, value) -> {
            if (value != null) {
                plain.put(name, value instanceof List<?> list ? joined(list) : scalar(value));
            }
        });
        return plain;
    }

    private static String joined(List<?> list) {
        return list.stream().map(item -> scalar(item).toString()).collect(Collectors.joining(","));
    }

    private static Object scalar(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("neither text nor number nor boolean");
    }
}
