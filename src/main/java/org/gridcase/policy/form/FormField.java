package org.gridcase.policy.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component of a form.
 *
 * @param label what is asked, or the text itself
 * @param hint stands below the field
 * @param maxLength in characters
 * @param most how many photos
 * @param target the field that a widget which takes no value itself fills in
 * @param differs the field that must say why this one's value is not the proposed one
 */
public record FormField(
        FieldType type,
        String key,
        Label label,
        Label hint,
        boolean required,
        @Nullable Condition requiredWhen,
        @Nullable Condition showWhen,
        int maxLength,
        int most,
        List<Choice> choices,
        @Nullable Widget widget,
        @Nullable String target,
        @Nullable String differs) {

    public FormField {
        choices = List.copyOf(choices);
    }

    /** Whether it takes a value at all. */
    public boolean isInput() {
        return type != FieldType.TEXT && (widget == null || !widget.showsOnly());
    }

    boolean mustBeGiven(Map<String, Object> submitted) {
        boolean shown = showWhen == null || showWhen.holds(submitted);
        return shown && (required || requiredWhen != null && requiredWhen.holds(submitted));
    }
}
