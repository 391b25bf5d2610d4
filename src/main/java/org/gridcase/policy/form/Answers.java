package org.gridcase.policy.form;

import java.util.Map;

/** Reads what was typed into fields. */
final class Answers {

    private Answers() {}

    /** Without surrounding white space; empty if absent. */
    static String text(Map<String, Object> submitted, String field) {
        Object value = submitted.get(field);
        return value == null ? "" : value.toString().strip();
    }
}
