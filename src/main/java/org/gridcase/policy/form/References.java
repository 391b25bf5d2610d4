package org.gridcase.policy.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees to it that a field names only fields that are there, and of theirs only values that can be chosen. */
final class References {

    private References() {}

    static void check(List<FormField> fields) {
        for (FormField field : fields) {
            condition(field, "requiredWhen", field.requiredWhen(), fields);
            condition(field, "showWhen", field.showWhen(), fields);
            known(field, "target", field.target(), fields);
            known(field, "differs", field.differs(), fields);
        }
    }

    private static void condition(FormField field, String name, @Nullable Condition condition, List<FormField> fields) {
        if (condition == null) {
            return;
        }
        known(field, name, condition.field(), fields);
        fields.stream()
                .filter(other ->
                        other.key().equals(condition.field()) && other.type().hasChoices())
                .map(References::values)
                .filter(values -> !values.containsAll(condition.values()))
                .findFirst()
                .ifPresent(values -> {
                    throw SchemaRefused.badValue(field.key(), name);
                });
    }

    private static Set<String> values(FormField field) {
        return field.choices().stream().map(Choice::value).collect(Collectors.toSet());
    }

    private static void known(FormField field, String name, @Nullable String key, List<FormField> fields) {
        if (key != null
                && fields.stream()
                        .noneMatch(other -> other.isInput() && other.key().equals(key))) {
            throw SchemaRefused.badValue(field.key(), name);
        }
    }
}
