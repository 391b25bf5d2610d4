package org.gridcase.policy.form;

import java.util.List;
import java.util.Map;

/** The form of one human task, as published. */
public record FormSchema(String id, List<FormField> fields) {

    public FormSchema {
        fields = List.copyOf(fields);
    }

    /**
     * @param json a Camunda Forms schema
     * @throws SchemaRefused if it is too large or holds anything but what our forms may hold
     */
    public static FormSchema read(byte[] json) {
        return new SchemaReader().read(json);
    }

    /** @throws FormRefused naming the first field that is missing, unknown or wrong */
    public void check(Map<String, Object> submitted) {
        submitted.keySet().stream()
                .filter(key -> fields.stream()
                        .noneMatch(field -> field.isInput() && field.key().equals(key)))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw FormRefused.unknown(key);
                });
        fields.stream().filter(FormField::isInput).forEach(field -> FieldCheck.check(field, submitted));
    }
}
