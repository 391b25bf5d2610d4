package org.gridcase.policy.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a row of a decision table answers; the table's action columns fill it in. */
public final class Answer {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String row = "";

    public void row(String id) {
        row = id;
    }

    public void put(String name, Object value) {
        values.put(name, value);
    }

    /** The id of the row that fired. */
    public String row() {
        return row;
    }

    /** @throws IllegalStateException if the row says nothing about {@code name}, which the inspection rules out */
    public String text(String name) {
        return String.valueOf(value(name));
    }

    public double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("row " + row + " gives no " + name);
        }
        return value;
    }
}
