package org.gridcase.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridcase.policy.form.FormSchema;
import org.gridcase.policy.table.Column;
import org.gridcase.policy.table.Contract;
import org.gridcase.policy.table.DecisionSheet;

/** Reads tables, forms and examples as lines. Columns are named as in inputs and outputs, forms' by their attributes. */
final class Listings {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where a component stands and what it is called inside says nothing to its readers. */
    private static final Set<String> UNSAID = Set.of("id", "layout", "key");

    private Listings() {}

    static boolean reads(String path) {
        return path.endsWith(".drl.xlsx") && Spreadsheets.all().containsKey(folder(path))
                || path.endsWith("/cases.csv")
                || path.endsWith(".form")
                || path.endsWith(".dmn");
    }

    /**
     * @throws StudioRefused if it is none of these
     * @throws org.gridcase.shared.Refusal if it cannot be read
     */
    static Listing of(String path, byte[] content) {
        if (!reads(path)) {
            throw StudioRefused.notComparable();
        }
        if (path.endsWith(".drl.xlsx")) {
            return table(Spreadsheets.at(path), content);
        }
        if (path.endsWith(".form")) {
            return form(content);
        }
        return path.endsWith(".dmn") ? DmnRows.read(content).listing() : examples(content);
    }

    private static String folder(String path) {
        String[] parts = path.split("/");
        return parts.length < 2 ? "" : parts[1];
    }

    private static Listing table(Contract contract, byte[] content) {
        var lines = new ArrayList<Listing.Line>();
        var ids = new Ids();
        DecisionSheet.read(contract, content)
                .rows()
                .forEach(row -> lines.add(new Listing.Line(ids.distinct(row.get(0)), row)));
        return new Listing(contract.columns().stream().map(Column::name).toList(), lines);
    }

    /** An example has no id: it is the one that asks the same. */
    private static Listing examples(byte[] content) {
        List<String> all = new String(content, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
        List<String> titles = all.isEmpty() ? List.of() : List.of(all.get(0).split(",", -1));
        var lines = new ArrayList<Listing.Line>();
        var ids = new Ids();
        for (String text : all.subList(Math.min(1, all.size()), all.size())) {
            List<String> cells = new ArrayList<>(List.of(text.split(",", Math.max(1, titles.size()))));
            while (cells.size() < titles.size()) {
                cells.add("");
            }
            var asks = new ArrayList<String>();
            for (int i = 0; i < titles.size(); i++) {
                if (!titles.get(i).startsWith("expected.") && !titles.get(i).equals("remark")) {
                    asks.add(cells.get(i));
                }
            }
            lines.add(new Listing.Line(ids.distinct(String.join(",", asks)), cells));
        }
        return new Listing(titles, lines);
    }

    private static Listing form(byte[] content) {
        FormSchema.read(content);
        List<Map<String, String>> fields = new ArrayList<>();
        try {
            for (JsonNode component : JSON.readTree(content).path("components")) {
                fields.add(field(component));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var columns = new LinkedHashSet<>(List.of("key", "type", "label", "labelEn", "required"));
        var others = new TreeSet<String>();
        fields.forEach(field -> others.addAll(field.keySet()));
        columns.addAll(others);
        var ids = new Ids();
        var lines = fields.stream()
                .map(field -> new Listing.Line(
                        ids.distinct(field.getOrDefault("key", "#")),
                        columns.stream().map(one -> field.getOrDefault(one, "")).toList()))
                .toList();
        return new Listing(List.copyOf(columns), lines);
    }

    private static Map<String, String> field(JsonNode component) {
        var field = new LinkedHashMap<String, String>();
        String id = component.path("id").asText("#");
        field.put("key", component.path("key").asText(id));
        component.fields().forEachRemaining(one -> {
            JsonNode value = one.getValue();
            switch (one.getKey()) {
                case "validate", "properties" ->
                    value.fields().forEachRemaining(inner -> put(field, inner.getKey(), inner.getValue()));
                case "values" -> field.put("values", choices(value));
                default -> {
                    if (!UNSAID.contains(one.getKey())) {
                        put(field, one.getKey(), value);
                    }
                }
            }
        });
        return field;
    }

    private static void put(Map<String, String> field, String name, JsonNode value) {
        field.put(name, value.isValueNode() ? value.asText() : value.toString());
    }

    private static String choices(JsonNode values) {
        List<String> choices = new ArrayList<>();
        values.forEach(one ->
                choices.add(one.path("value").asText() + " " + one.path("label").asText()));
        return String.join("; ", choices);
    }

    /** So that a second line with the same id is another line. */
    private static final class Ids {
        private final Map<String, Integer> seen = new HashMap<>();

        String distinct(String id) {
            int times = seen.merge(id, 1, Integer::sum);
            return times == 1 ? id : id + " (" + times + ")";
        }
    }
}
