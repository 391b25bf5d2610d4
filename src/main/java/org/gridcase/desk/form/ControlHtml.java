package org.gridcase.desk.form;

import java.util.Locale;
import org.gridcase.policy.form.Choice;
import org.gridcase.policy.form.FieldType;
import org.gridcase.policy.form.FormField;
import org.gridcase.policy.form.Widget;

/** Writes what somebody types into, chooses from or looks at. */
final class ControlHtml {
    private final Html html;
    private final FormField field;
    private final Locale locale;
    private final String taskId;

    ControlHtml(Html html, FormField field, Locale locale, String taskId) {
        this.html = html;
        this.field = field;
        this.locale = locale;
        this.taskId = taskId;
    }

    static String id(FormField field) {
        return "gc-" + field.key();
    }

    /** Whether the browser's own control is what people use. */
    static boolean isTyped(FormField field) {
        return field.widget() == null && field.type() != FieldType.RADIO;
    }

    /** A checkbox stands beside its label, a text is one. */
    static boolean ownLabel(FormField field) {
        return field.type() == FieldType.CHECKBOX || field.type() == FieldType.TEXT;
    }

    void write() {
        if (field.widget() != null) {
            widget(field.widget());
            return;
        }
        switch (field.type()) {
            case TEXT ->
                html.open("p", "class", "gc-text", "ng-non-bindable", "")
                        .text(field.label().in(locale))
                        .close();
            case TEXTFIELD -> input("text");
            case NUMBER ->
                html.open(
                        "input",
                        "type",
                        "number",
                        "step",
                        "any",
                        "class",
                        "form-control",
                        "id",
                        id(field),
                        "name",
                        field.key(),
                        "cam-variable-name",
                        field.key(),
                        "cam-variable-type",
                        "Double",
                        "aria-describedby",
                        described());
            case TEXTAREA -> textarea();
            case SELECT -> select();
            case RADIO -> radios();
            case CHECKBOX -> checkbox();
        }
    }

    private void input(String type) {
        html.open(
                "input",
                "type",
                type,
                "class",
                "form-control",
                "id",
                id(field),
                "name",
                field.key(),
                "cam-variable-name",
                field.key(),
                "cam-variable-type",
                "String",
                "maxlength",
                String.valueOf(field.maxLength()),
                "aria-describedby",
                described(),
                "autocomplete",
                "off");
    }

    private void textarea() {
        html.open(
                        "textarea",
                        "class",
                        "form-control",
                        "id",
                        id(field),
                        "name",
                        field.key(),
                        "rows",
                        "3",
                        "cam-variable-name",
                        field.key(),
                        "cam-variable-type",
                        "String",
                        "maxlength",
                        String.valueOf(field.maxLength()),
                        "aria-describedby",
                        described())
                .close();
    }

    private void select() {
        html.open(
                "select",
                "class",
                "form-control",
                "id",
                id(field),
                "name",
                field.key(),
                "cam-variable-name",
                field.key(),
                "cam-variable-type",
                "String",
                "aria-describedby",
                described());
        html.open("option", "value", "").close();
        for (Choice choice : field.choices()) {
            html.open("option", "value", choice.value())
                    .text(choice.label().in(locale))
                    .close();
        }
        html.close();
    }

    private void radios() {
        html.open(
                "gc-choice",
                "class",
                "gc-options",
                "role",
                "radiogroup",
                "for",
                id(field),
                "aria-labelledby",
                id(field) + "-label",
                "ng-non-bindable",
                "");
        for (Choice choice : field.choices()) {
            html.open("label", "class", "gc-option")
                    .open("input", "type", "radio", "name", field.key() + "-choice", "value", choice.value())
                    .open("span")
                    .text(choice.label().in(locale))
                    .close()
                    .close();
        }
        html.close();
        value();
    }

    private void checkbox() {
        html.open("label", "class", "gc-option")
                .open(
                        "input",
                        "type",
                        "checkbox",
                        "id",
                        id(field),
                        "name",
                        field.key(),
                        "value",
                        "true",
                        "cam-variable-name",
                        field.key(),
                        "cam-variable-type",
                        "Boolean",
                        "aria-describedby",
                        described())
                .open("span", "ng-non-bindable", "")
                .text(field.label().in(locale))
                .close()
                .close();
    }

    private void widget(Widget widget) {
        html.open(
                        element(widget),
                        "class",
                        "gc-widget",
                        "task-id",
                        taskId,
                        widget.showsOnly() ? "" : "for",
                        id(field),
                        field.target() == null ? "" : "target",
                        "gc-" + field.target(),
                        field.differs() == null ? "" : "differs",
                        String.valueOf(field.differs()),
                        widget == Widget.PHOTOS ? "most" : "",
                        String.valueOf(field.most()),
                        "aria-labelledby",
                        id(field) + "-label",
                        "ng-non-bindable",
                        "")
                .close();
        if (!widget.showsOnly()) {
            value();
        }
    }

    private static String element(Widget widget) {
        return switch (widget) {
            case CASE -> "gc-case";
            case REQUEST -> "gc-request";
            case MAP -> "gc-map";
            case PHOTOS_BEFORE -> "gc-pictures";
            case PROPOSAL -> "gc-proposal";
            case PHOTOS -> "gc-photos";
            case CLASS -> "gc-class";
            case ROW -> "gc-row";
            case UNIT -> "gc-unit";
            case OTHER_CASE -> "gc-other-case";
            case PLACE -> "gc-place";
            case DRAFT -> "gc-draft";
        };
    }

    /** What a widget fills in: a text field out of sight, for both hosts read and watch such. */
    private void value() {
        html.open(
                "input",
                "type",
                "text",
                "class",
                "gc-value",
                "id",
                id(field),
                "name",
                field.key(),
                "cam-variable-name",
                field.key(),
                "cam-variable-type",
                "String",
                "tabindex",
                "-1",
                "aria-hidden",
                "true",
                "autocomplete",
                "off");
    }

    private String described() {
        return (field.hint().isEmpty() ? "" : id(field) + "-hint ") + id(field) + "-error";
    }
}
