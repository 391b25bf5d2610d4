package org.gridcase.policy.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.gridcase.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSchemaTests {
    private static final String PHOTO = "0193f5a0-7c1e-7000-8000-0000000000a1";
    private static final FormSchema HANDLE = read("""
            {"type": "radio", "key": "outcome", "label": "处置结果", "validate": {"required": true},
             "values": [{"label": "已处置", "value": "handled"}, {"label": "退回", "value": "sentBack"}],
             "properties": {"labelEn": "Result", "en.sentBack": "Send back"}},
            {"type": "textfield", "key": "case", "label": "案件", "readonly": true, "properties": {"widget": "case"}},
            {"type": "textfield", "key": "after", "label": "处置后照片", "validate": {"maxLength": 221},
             "properties": {"widget": "photos", "requiredWhen": "outcome=handled", "showWhen": "outcome=handled"}},
            {"type": "textarea", "key": "reason", "label": "原因", "validate": {"maxLength": 500},
             "properties": {"labelEn": "Reason", "requiredWhen": "outcome=sentBack"}},
            {"type": "number", "key": "count", "label": "数量"},
            {"type": "checkbox", "key": "urgent", "label": "紧急"}""");

    private static FormSchema read(String components) {
        String json = "{\"type\": \"default\", \"id\": \"handleCase\", \"components\": [" + components + "]}";
        return FormSchema.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(Map<String, Object> submitted) {
        try {
            HANDLE.check(submitted);
            return "";
        } catch (FormRefused refused) {
            return refused.key() + " " + refused.arguments();
        }
    }

    @Test
    void what_the_form_asks_for_passes() {
        assertThatNoException()
                .isThrownBy(() -> HANDLE.check(
                        Map.of("outcome", "handled", "after", PHOTO + "," + PHOTO, "count", 3, "urgent", true)));
    }

    @Test
    void a_required_field_must_be_given_and_is_named_as_the_form_names_it() {
        assertThat(refusal(Map.of())).isEqualTo("policy.form.missing [处置结果, Result]");
        assertThat(refusal(Map.of("outcome", "  "))).isEqualTo("policy.form.missing [处置结果, Result]");
    }

    @Test
    void what_is_required_only_for_one_answer_is_required_for_that_one() {
        assertThat(refusal(Map.of("outcome", "sentBack"))).startsWith("policy.form.missing [原因");
        assertThat(refusal(Map.of("outcome", "sentBack", "reason", "不归我管"))).isEmpty();
        assertThat(refusal(Map.of("outcome", "handled"))).startsWith("policy.form.photoMissing [处置后照片");
    }

    @Test
    void only_offered_answers_are_taken() {
        assertThat(refusal(Map.of("outcome", "closed"))).startsWith("policy.form.notAChoice");
        assertThat(refusal(Map.of("outcome", "handled", "after", PHOTO, "urgent", "maybe")))
                .startsWith("policy.form.notAChoice [紧急");
    }

    @Test
    void a_field_the_form_does_not_have_is_refused() {
        assertThat(refusal(Map.of("outcome", "handled", "stage", "CLOSED"))).startsWith("policy.form.unknown [stage");
        assertThat(refusal(Map.of("outcome", "handled", "case", "x"))).startsWith("policy.form.unknown [case");
    }

    @Test
    void length_counts_characters_and_not_their_halves() {
        assertThat(refusal(Map.of("outcome", "sentBack", "reason", "🗑".repeat(500))))
                .isEmpty();
        assertThat(refusal(Map.of("outcome", "sentBack", "reason", "字".repeat(501))))
                .isEqualTo("policy.form.tooLong [原因, Reason, 500]");
    }

    @Test
    void photos_are_at_most_six_ids() {
        String seven = (PHOTO + ",").repeat(7);
        assertThat(refusal(Map.of("outcome", "handled", "after", seven))).startsWith("policy.form.too");
        assertThat(refusal(Map.of("outcome", "handled", "after", "../../etc/passwd")))
                .startsWith("policy.form.notAChoice");
    }

    @Test
    void numbers_are_plain_numbers() {
        Map<String, Object> handled = Map.of("outcome", "handled", "after", PHOTO, "count", "1e9");
        assertThat(refusal(handled)).startsWith("policy.form.notANumber");
    }

    @Test
    void labels_and_answers_speak_both_languages_and_fall_back_to_chinese() {
        FormField outcome = HANDLE.fields().get(0);
        assertThat(outcome.label().in(Locale.ENGLISH)).isEqualTo("Result");
        assertThat(outcome.choices().get(1).label().in(Locale.ENGLISH)).isEqualTo("Send back");
        assertThat(outcome.choices().get(0).label().in(Locale.ENGLISH)).isEqualTo("已处置");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy.schema.unknownType      | {'type': 'filepicker', 'key': 'file'}",
                "policy.schema.unknownType      | {'type': 'html', 'content': '<script>'}",
                "policy.schema.unknownType      | {'type': 'iframe', 'url': 'http://x'}",
                "policy.schema.unknownAttribute | {'type': 'textfield', 'key': 'a', 'onclick': 'x()'}",
                "policy.schema.unknownAttribute | {'type': 'textfield', 'key': 'a', 'conditional': {'hide': '=true'}}",
                "policy.schema.unknownAttribute | {'type': 'textfield', 'key': 'a', 'properties': {'ng-init': 'x'}}",
                "policy.schema.unknownAttribute | {'type': 'textfield', 'key': 'a', 'validate': {'pattern': '(a+)+'}}",
                "policy.schema.expression       | {'type': 'textfield', 'key': 'a', 'label': '{{constructor()}}'}",
                "policy.schema.expression       | {'type': 'textfield', 'key': 'a', 'label': '=secret'}",
                "policy.schema.expression       | {'type': 'text', 'text': '${now()}'}",
                "policy.schema.badValue         | {'type': 'textfield', 'key': 'a.b'}",
                "policy.schema.badValue         | {'type': 'textfield', 'key': '__proto__'}",
                "policy.schema.badValue         | {'type': 'textfield', 'key': 'a', 'properties': {'widget': 'shell'}}",
                "policy.schema.badValue         | {'type': 'textarea', 'key': 'a', 'properties': {'widget': 'photos'}}",
                "policy.schema.badValue         | {'type': 'textfield', 'key': 'a', 'properties': {'showWhen': 'b=1'}}",
                "policy.schema.badValue         | {'type': 'textfield', 'key': 'a', 'properties': {'showWhen': 'alert(1)'}}",
                "policy.schema.badValue         | {'type': 'radio', 'key': 'a', 'values': [{'label': 'x', 'value': 'a b'}]}",
                "policy.schema.badValue         | {'type': 'radio', 'key': 'a'}",
                "policy.schema.badValue         | {'type': 'textfield', 'key': 'a', 'validate': {'maxLength': 100000}}",
                "policy.schema.twice            | {'type': 'text', 'text': 'x'}, {'type': 'number', 'key': 'a'}, {'type': 'number', 'key': 'a'}",
            })
    void anything_but_plain_fields_of_ours_is_refused(String key, String component) {
        assertThatExceptionOfType(SchemaRefused.class)
                .isThrownBy(() -> read(component.replace('\'', '"')))
                .extracting(Refusal::key)
                .isEqualTo(key.strip());
    }

    @Test
    void a_condition_names_a_value_that_can_be_chosen() {
        assertThatExceptionOfType(SchemaRefused.class).isThrownBy(() -> read("""
                {"type": "radio", "key": "outcome", "values": [{"label": "是", "value": "yes"}]},
                {"type": "textarea", "key": "reason", "properties": {"requiredWhen": "outcome=no"}}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"type\":\"default\"}",
                "{\"type\":\"default\",\"components\":[1]}"
            })
    void what_is_no_schema_is_refused(String json) {
        assertThatExceptionOfType(SchemaRefused.class)
                .isThrownBy(() -> FormSchema.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_huge_or_deep_file_is_refused() {
        byte[] huge = " ".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(SchemaRefused.class).isThrownBy(() -> FormSchema.read(huge));
        byte[] deep = "[".repeat(5000).getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(SchemaRefused.class).isThrownBy(() -> FormSchema.read(deep));
    }
}
