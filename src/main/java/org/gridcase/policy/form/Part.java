package org.gridcase.policy.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object of a schema, read with suspicion. */
record Part(String where, JsonNode node) {
    private static final int LONGEST = 1000;

    Part {
        if (!node.isObject()) {
            throw SchemaRefused.notASchema();
        }
    }

    /** @throws SchemaRefused if the object has any other attribute */
    void onlyHas(Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw SchemaRefused.unknownAttribute(where, name);
            }
        });
    }

    /** @return empty if absent */
    String text(String name) {
        String text = optionalText(name);
        return text == null ? "" : text;
    }

    /** Plain text: neither AngularJS nor FEEL would find anything in it to evaluate. */
    @Nullable
    String optionalText(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            throw SchemaRefused.badValue(where, name);
        }
        String text = value.textValue();
        if (text.contains("{{") || text.contains("}}") || text.contains("${") || text.startsWith("=")) {
            throw SchemaRefused.expression(where, name);
        }
        return text;
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw SchemaRefused.badValue(where, name);
        }
        return value.booleanValue();
    }

    int number(String name, int usual, int highest) {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isInt() || value.intValue() < 1 || value.intValue() > highest) {
            throw SchemaRefused.badValue(where, name);
        }
        return value.intValue();
    }

    /** An object of the object; empty if absent. */
    Part part(String name) {
        JsonNode value = node.get(name);
        return new Part(where, value == null ? JsonNodeFactory.instance.objectNode() : value);
    }
}
