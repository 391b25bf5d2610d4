package org.gridcase.policy.form;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds while another field has one of these values; written {@code outcome=sentBack,notReal}. */
public record Condition(String field, Set<String> values) {

    boolean holds(Map<String, Object> submitted) {
        return values.contains(Answers.text(submitted, field));
    }

    /** As written in a schema. */
    public String code() {
        return field + "=" + values.stream().sorted().collect(Collectors.joining(","));
    }
}
