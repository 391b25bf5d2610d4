package org.gridcase.policy.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What one field demands of its value. */
final class FieldCheck {
    private static final Set<String> TICKS = Set.of("true", "false");

    private FieldCheck() {}

    static void check(FormField field, Map<String, Object> submitted) {
        String text = Answers.text(submitted, field.key());
        if (text.isEmpty()) {
            missing(field, submitted);
            return;
        }
        if (text.codePointCount(0, text.length()) > field.maxLength()) {
            throw FormRefused.tooLong(field.label(), field.maxLength());
        }
        switch (field.type()) {
            case SELECT, RADIO ->
                oneOf(field, text, field.choices().stream().map(Choice::value).toList());
            case CHECKBOX -> oneOf(field, text, TICKS);
            case NUMBER -> number(field, text);
            default -> photos(field, text);
        }
    }

    private static void missing(FormField field, Map<String, Object> submitted) {
        if (field.mustBeGiven(submitted)) {
            throw field.widget() == Widget.PHOTOS
                    ? FormRefused.photoMissing(field.label())
                    : FormRefused.missing(field.label());
        }
    }

    private static void oneOf(FormField field, String text, Collection<String> allowed) {
        if (!allowed.contains(text)) {
            throw FormRefused.notAChoice(field.label());
        }
    }

    private static void number(FormField field, String text) {
        if (!text.matches("-?[0-9]{1,15}([.][0-9]{1,6})?")) {
            throw FormRefused.notANumber(field.label());
        }
    }

    private static void photos(FormField field, String text) {
        if (field.widget() != Widget.PHOTOS) {
            return;
        }
        List<String> ids = Stream.of(text.split(",")).map(String::strip).toList();
        if (ids.size() > field.most()) {
            throw FormRefused.tooMany(field.label(), field.most());
        }
        if (!ids.stream().allMatch(id -> id.matches("[0-9a-fA-F-]{36}"))) {
            throw FormRefused.notAChoice(field.label());
        }
    }
}
