package org.gridcase.policy.form;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a Camunda Forms schema and refuses whatever our forms may not hold. */
final class SchemaReader {
    private static final int LARGEST = 256 * 1024;
    private static final int MOST_FIELDS = 60;
    private static final Set<String> ATTRIBUTES = Set.of(
            "type",
            "id",
            "components",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(20)
                        .maxStringLength(10_000)
                        .build());
    }

    FormSchema read(byte[] json) {
        if (json.length > LARGEST) {
            throw SchemaRefused.tooLarge();
        }
        Part form = new Part("form", tree(json));
        form.onlyHas(ATTRIBUTES);
        JsonNode components = form.node().path("components");
        if (!form.text("type").equals("default") || !components.isArray()) {
            throw SchemaRefused.notASchema();
        }
        if (components.size() > MOST_FIELDS) {
            throw SchemaRefused.tooLarge();
        }
        List<FormField> fields = new ArrayList<>();
        components.forEach(component -> fields.add(new FieldReader(fields.size(), component).read()));
        References.check(fields);
        return new FormSchema(form.text("id"), distinct(fields));
    }

    private static JsonNode tree(byte[] json) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree == null || !tree.isObject()) {
                throw SchemaRefused.notASchema();
            }
            return tree;
        } catch (IOException e) {
            throw SchemaRefused.notASchema();
        }
    }

    private static List<FormField> distinct(List<FormField> fields) {
        Set<String> keys = new HashSet<>();
        for (FormField field : fields) {
            if (!field.key().isEmpty() && !keys.add(field.key())) {
                throw SchemaRefused.twice(field.key());
            }
        }
        return fields;
    }
}
