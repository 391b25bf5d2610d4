package org.gridcase.desk.my;

import java.util.Map;
import java.util.UUID;

/**
 * A form as a phone sends it, perhaps not for the first time.
 *
 * @param submission made up by the phone, once for all its attempts
 * @param values text, numbers and booleans by field
 */
record Sent(UUID submission, Map<String, Object> values) {
    private static final int MOST_FIELDS = 60;

    Sent {
        values = Map.copyOf(values);
        if (values.size() > MOST_FIELDS || !values.values().stream().allMatch(Sent::plain)) {
            throw new IllegalArgumentException("fields of a form only");
        }
    }

    private static boolean plain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
