package org.gridcase.desk.form;

import java.util.Locale;
import org.gridcase.policy.form.FormField;
import org.gridcase.policy.form.FormSchema;
import org.jspecify.annotations.Nullable;

/**
 * Writes a form as HTML that is at home in two places: the Tasklist reads its {@code cam-variable-name}s, our own page
 * sends its {@code name}s; neither minds the other's.
 */
final class FormHtml {
    private final Locale locale;
    private final String taskId;
    private final Html html = new Html();

    /** @param taskId of the task it completes; null if it starts a process */
    FormHtml(Locale locale, @Nullable String taskId) {
        this.locale = locale;
        this.taskId = taskId == null ? "" : taskId;
    }

    String render(FormSchema schema) {
        html.open(
                "form",
                "class",
                "gc-form",
                "name",
                "gcForm",
                "role",
                "form",
                "novalidate",
                "",
                "lang",
                locale.toLanguageTag(),
                "data-form",
                schema.id(),
                "data-task-id",
                taskId);
        html.open("p", "class", "gc-refusal", "role", "alert", "hidden", "").close();
        schema.fields().forEach(this::field);
        html.open("gc-behaviour", "ng-non-bindable", "").close();
        return html.close().toString();
    }

    private void field(FormField field) {
        html.open(
                "div",
                "class",
                "gc-field",
                field.key().isEmpty() ? "" : "data-field",
                field.key(),
                field.required() ? "data-required" : "",
                "",
                field.requiredWhen() == null ? "" : "data-required-when",
                field.requiredWhen() == null ? "" : field.requiredWhen().code(),
                field.showWhen() == null ? "" : "data-show-when",
                field.showWhen() == null ? "" : field.showWhen().code());
        label(field);
        new ControlHtml(html, field, locale, taskId).write();
        hint(field);
        html.close();
    }

    private void label(FormField field) {
        if (field.label().isEmpty() || ControlHtml.ownLabel(field)) {
            return;
        }
        boolean typed = ControlHtml.isTyped(field);
        html.open(
                typed ? "label" : "span",
                "class",
                "gc-label",
                "id",
                ControlHtml.id(field) + "-label",
                typed ? "for" : "",
                ControlHtml.id(field),
                "ng-non-bindable",
                "");
        html.text(field.label().in(locale));
        html.open("span", "class", "gc-mark", "aria-hidden", "true", "hidden", "")
                .text("*")
                .close();
        html.close();
    }

    private void hint(FormField field) {
        if (!field.hint().isEmpty()) {
            html.open("p", "class", "gc-hint", "id", ControlHtml.id(field) + "-hint", "ng-non-bindable", "")
                    .text(field.hint().in(locale))
                    .close();
        }
        if (field.isInput()) {
            html.open("p", "class", "gc-error", "id", ControlHtml.id(field) + "-error", "role", "alert", "hidden", "")
                    .close();
        }
    }
}
