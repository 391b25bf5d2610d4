package org.gridcase.identity.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of one look-up; a condition without a value is left out. */
class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Where equal(String column, @Nullable String value) {
        return exists(column + " = ?", value);
    }

    Where like(String column, @Nullable String pattern) {
        return exists(column + " ilike ?", pattern);
    }

    Where in(String column, String @Nullable [] any) {
        if (any != null) {
            conditions.add(column + " in (" + String.join(", ", Collections.nCopies(any.length, "?")) + ")");
            values.addAll(List.of(any));
        }
        return this;
    }

    Where exists(String condition, @Nullable String value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
        return this;
    }

    /** @param all either all missing or none */
    Where among(String condition, @Nullable String... all) {
        for (String value : all) {
            if (value == null) {
                return this;
            }
            values.add(value);
        }
        conditions.add(condition);
        return this;
    }

    String clause() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }
}
