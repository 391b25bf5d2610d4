package org.gridcase.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.catalogue.ClassGroup;
import org.gridcase.desk.form.Terms;
import org.gridcase.policy.TableRow.Cell;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The cells of decision tables and what they were asked with, in the reader's words. */
@Component
class PolicyWords {
    private static final int MOST_NAMED = 3;

    private final MessageSource messages;
    private final Terms terms;
    private final Catalogue catalogue;

    PolicyWords(MessageSource messages, Terms terms, Catalogue catalogue) {
        this.messages = messages;
        this.terms = terms;
        this.catalogue = catalogue;
    }

    /** What stands above a column; a city's own word for it wherever the reader's language has none. */
    String title(Cell cell, Locale locale) {
        String said = messages.getMessage("desk.explain.column." + cell.name(), null, "", locale);
        String own = cell.title().isBlank() ? cell.name() : cell.title();
        boolean chinese = locale.getLanguage().equals("zh");
        return said == null || said.isEmpty() || chinese && !cell.title().isBlank() ? own : said;
    }

    /** All that stands in a cell. */
    String cell(Cell cell, Names names, Locale locale) {
        String values = cell.values().stream()
                .map(value -> value(cell.name(), value, names, locale))
                .collect(Collectors.joining(names.say("desk.explain.or")));
        return sign(cell.sign()) + values;
    }

    /** A condition as part of a sentence: the first few of many values. */
    String condition(Cell cell, Names names, Locale locale) {
        List<String> values = cell.values();
        String said = values.stream()
                .limit(MOST_NAMED)
                .map(value -> value(cell.name(), value, names, locale))
                .collect(Collectors.joining(names.say("desk.explain.or")));
        if (values.size() > MOST_NAMED) {
            said = names.say("desk.explain.orOthers", said, values.size());
        }
        return names.say("desk.explain.is", title(cell, locale), sign(cell.sign()) + said);
    }

    /** What the case brought to a column. */
    @Nullable
    String had(String name, Map<String, Object> inputs, Names names, Locale locale) {
        Object value = inputs.get(name);
        if (name.equals("group") && value == null) {
            Object code = inputs.get("serviceCode");
            value = code == null
                    ? null
                    : code.toString().substring(0, Math.min(3, code.toString().length()));
        }
        if (name.equals("proposal") && value == null) {
            value = String.valueOf(inputs.get("proposed")).matches("[A-Z]\\d{5}");
        }
        if (value == null || value.toString().isEmpty()) {
            return value == null ? null : names.say("desk.explain.nothing");
        }
        return value(name, value.toString(), names, locale);
    }

    private static String sign(String sign) {
        return switch (sign) {
            case ">=" -> "≥ ";
            case "<=" -> "≤ ";
            case "" -> "";
            default -> sign + " ";
        };
    }

    String value(String name, String value, Names names, Locale locale) {
        return switch (name) {
            case "serviceCode", "proposed" ->
                catalogue.byServiceCode(value).isPresent() ? names.ofClass(value) + " " + value : value;
            case "group" ->
                catalogue.groups().stream()
                        .filter(group -> group.code().equals(value))
                        .findFirst()
                        .map((ClassGroup group) -> group.name(locale) + " " + value)
                        .orElse(value);
            case "district", "street" -> names.ofArea(value);
            case "unitKind", "rowUnitKind" -> terms.unitKind(value, locale);
            case "unit" -> String.valueOf(names.ofUnit(value));
            case "channel" -> worded("desk.studio.channel." + value, value, locale);
            case "confidence", "margin" -> share(value);
            default -> worded("desk.explain.value." + value, value, locale);
        };
    }

    private String worded(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, locale), otherwise);
    }

    private static String share(String value) {
        try {
            return String.format(Locale.ROOT, "%.2f", Double.parseDouble(value));
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
