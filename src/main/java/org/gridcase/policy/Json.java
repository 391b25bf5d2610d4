package org.gridcase.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** How inputs and outputs are written down; fixed, so that old records stay readable whatever the web's JSON becomes. */
final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private Json() {}

    /** What was decided, without the row, which has a column of its own. */
    static Map<String, Object> output(Object decided) {
        Map<String, Object> fields = MAPPER.convertValue(decided, FIELDS);
        fields.remove("row");
        return fields;
    }

    static Map<String, Object> fields(Object input) {
        return MAPPER.convertValue(input, FIELDS);
    }

    static <T> T as(Class<T> type, Map<String, Object> fields) {
        return MAPPER.convertValue(fields, type);
    }

    static String write(Map<String, Object> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, Object> read(String json) {
        try {
            return MAPPER.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
