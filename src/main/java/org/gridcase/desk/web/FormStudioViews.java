package org.gridcase.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.gridcase.policy.Draft;
import org.gridcase.policy.DraftForms;
import org.gridcase.policy.form.FieldType;
import org.gridcase.policy.form.Widget;
import org.springframework.stereotype.Component;

/** A draft's form as the editor in the browser shows it. */
@Component
class FormStudioViews {
    private static final List<String> WORDS = List.of(
            "up",
            "down",
            "remove",
            "key",
            "type",
            "widget",
            "noWidget",
            "label",
            "labelEn",
            "text",
            "textEn",
            "hint",
            "hintEn",
            "required",
            "requiredWhen",
            "showWhen",
            "maxLength",
            "most",
            "target",
            "differs",
            "choices",
            "choice",
            "choiceEn",
            "value",
            "addChoice",
            "saved",
            "unsaved",
            "lost",
            "new",
            "reload",
            "always",
            "is",
            "untitled");

    private final Naming naming;
    private final StudioJson json;

    FormStudioViews(Naming naming, StudioJson json) {
        this.json = json;
        this.naming = naming;
    }

    /** Types, widgets and the words that the editor says are JSON, for its script. */
    record Page(
            UUID draft,
            String title,
            String path,
            String name,
            boolean mayChange,
            String sha256,
            String json,
            String types,
            String widgets,
            String words) {}

    Page page(Draft draft, DraftForms.Form form, String reader, Locale locale) {
        Names names = naming.in(locale);
        Map<String, String> words = new TreeMap<>();
        WORDS.forEach(word -> words.put(word, names.say("desk.studio.form." + word)));
        return new Page(
                draft.id(),
                draft.title(),
                form.path(),
                form.path().replaceAll("^forms/|\\.form$", ""),
                SheetViews.mayChange(draft, reader),
                form.sha256(),
                form.json(),
                json.write(Stream.of(FieldType.values())
                        .map(type ->
                                new Choice(type.name().toLowerCase(Locale.ROOT), names.say("desk.studio.type." + type)))
                        .toList()),
                json.write(Stream.of(Widget.values())
                        // stands in the program's own forms only
                        .filter(widget -> widget != Widget.DRAFT)
                        .map(widget -> new Choice(widget.code(), names.say("desk.studio.widget." + widget)))
                        .toList()),
                json.write(words));
    }
}
