package org.gridcase.desk.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says the names of tasks, processes and filters, which the engine keeps in Chinese only, in the reader's language.
 * What a city has named anew keeps its name.
 */
@Component
class EngineNames {
    private static final Set<String> FILTERS = Set.of(
            "desk.filter.all", "desk.filter.unclaimed", "desk.filter.mine", "desk.filter.near", "desk.filter.over");

    private final MessageSource messages;
    private final Map<String, String> filters = new TreeMap<>();

    EngineNames(MessageSource messages) {
        this.messages = messages;
        FILTERS.forEach(key -> filters.put(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE), key));
    }

    /** @param answer as the engine gives it; changed in place, however deep */
    void translate(JsonNode answer, Locale locale) {
        answer.forEach(part -> translate(part, locale));
        if (answer instanceof ObjectNode named && named.path("name").isTextual()) {
            String name = named.get("name").asText();
            String key = key(named, name);
            if (key != null) {
                named.put("name", messages.getMessage(key, null, name, locale));
                if (named.path("properties") instanceof ObjectNode properties && properties.has("description")) {
                    properties.put("description", messages.getMessage(key + ".words", null, "", locale));
                }
            }
        }
    }

    private @Nullable String key(JsonNode named, String name) {
        if (named.path("taskDefinitionKey").isTextual()) {
            return "desk.task." + named.get("taskDefinitionKey").asText();
        }
        if (named.path("resourceType").asText().equals("Task")) {
            return filters.get(name);
        }
        return named.path("key").isTextual()
                ? "desk.process." + named.get("key").asText()
                : null;
    }
}
