package org.gridcase.policy.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one component of a schema. */
final class FieldReader {
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern CONDITION = Pattern.compile("([a-z][A-Za-z0-9]{0,39})=([A-Za-z0-9_,-]{1,400})");
    private static final int MOST_PHOTOS = 6;
    private static final int MOST_CHOICES = 100;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "type",
            "key",
            "label",
            "description",
            "text",
            "values",
            "validate",
            "properties",
            "layout",
            "readonly");
    private static final Set<String> DEMANDS = Set.of("required", "maxLength");
    private static final Set<String> PROPERTIES = Set.of(
            "labelEn", "descriptionEn", "textEn", "widget", "showWhen", "requiredWhen", "most", "target", "differs");
    private static final String CHOICE_EN = "en.";

    private final Part component;
    private final Part properties;
    private final FieldType type;
    private final String key;

    FieldReader(int place, JsonNode node) {
        String where = node.path("key").asText("#" + (place + 1));
        component = new Part(where, node);
        properties = component.part("properties");
        String name = component.text("type");
        type = FieldType.of(name).orElseThrow(() -> SchemaRefused.unknownType(where, name));
        component.onlyHas(ATTRIBUTES);
        key = type == FieldType.TEXT ? "" : matching(KEY, "key", component.text("key"));
    }

    FormField read() {
        Part demands = component.part("validate");
        demands.onlyHas(DEMANDS);
        List<Choice> choices = choices();
        onlyKnownProperties(choices);
        int longest = type == FieldType.TEXTAREA ? LONGEST_TEXT : LONGEST_LINE;
        int usual = type == FieldType.TEXTFIELD || type == FieldType.TEXTAREA ? longest : LONGEST_LINE;
        return new FormField(
                type,
                key,
                type == FieldType.TEXT ? label("text", "textEn") : label("label", "labelEn"),
                label("description", "descriptionEn"),
                demands.flag("required"),
                condition("requiredWhen"),
                condition("showWhen"),
                demands.number("maxLength", usual, LONGEST_TEXT),
                most(),
                choices,
                widget(),
                properties.optionalText("target"),
                properties.optionalText("differs"));
    }

    private void onlyKnownProperties(List<Choice> choices) {
        properties.node().fieldNames().forEachRemaining(name -> {
            boolean ofChoice = name.startsWith(CHOICE_EN)
                    && choices.stream().anyMatch(choice -> name.equals(CHOICE_EN + choice.value()));
            if (!PROPERTIES.contains(name) && !ofChoice) {
                throw SchemaRefused.unknownAttribute(component.where(), "properties." + name);
            }
        });
    }

    private Label label(String zh, String en) {
        String chinese = component.text(zh);
        String english = properties.optionalText(en);
        return chinese.isEmpty() ? Label.NONE : new Label(chinese, english == null ? chinese : english);
    }

    private List<Choice> choices() {
        JsonNode values = component.node().path("values");
        if (type.hasChoices() != values.isArray() || values.size() > MOST_CHOICES) {
            throw SchemaRefused.badValue(component.where(), "values");
        }
        List<Choice> choices = new ArrayList<>();
        for (JsonNode node : values) {
            Part choice = new Part(component.where(), node);
            choice.onlyHas(Set.of("label", "value"));
            String value = matching(VALUE, "values", choice.text("value"));
            String chinese = choice.text("label");
            String english = properties.optionalText(CHOICE_EN + value);
            choices.add(new Choice(value, new Label(chinese, english == null ? chinese : english)));
        }
        return choices;
    }

    private @Nullable Widget widget() {
        String name = properties.optionalText("widget");
        if (name == null) {
            return null;
        }
        return Widget.of(name)
                .filter(widget -> type == FieldType.TEXTFIELD)
                .orElseThrow(() -> SchemaRefused.badValue(component.where(), "widget"));
    }

    private int most() {
        String most = properties.optionalText("most");
        if (most == null) {
            return MOST_PHOTOS;
        }
        if (!most.matches("[1-" + MOST_PHOTOS + "]")) {
            throw SchemaRefused.badValue(component.where(), "most");
        }
        return Integer.parseInt(most);
    }

    private @Nullable Condition condition(String name) {
        String text = properties.optionalText(name);
        if (text == null) {
            return null;
        }
        var parts = CONDITION.matcher(text);
        if (!parts.matches()) {
            throw SchemaRefused.badValue(component.where(), name);
        }
        return new Condition(
                parts.group(1), Stream.of(parts.group(2).split(",")).collect(Collectors.toUnmodifiableSet()));
    }

    private String matching(Pattern pattern, String name, String text) {
        if (!pattern.matcher(text).matches()) {
            throw SchemaRefused.badValue(component.where(), name);
        }
        return text;
    }
}
