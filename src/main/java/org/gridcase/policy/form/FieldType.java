package org.gridcase.policy.form;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The component types of Camunda Forms that a form of ours may hold. */
public enum FieldType {
    TEXT,
    TEXTFIELD,
    TEXTAREA,
    SELECT,
    RADIO,
    CHECKBOX,
    NUMBER;

    static Optional<FieldType> of(String name) {
        return Stream.of(values()).filter(type -> type.code().equals(name)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasChoices() {
        return this == SELECT || this == RADIO;
    }
}
