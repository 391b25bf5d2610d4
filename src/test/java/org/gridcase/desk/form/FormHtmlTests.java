package org.gridcase.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gridcase.policy.form.FormSchema;
import org.junit.jupiter.api.Test;

class FormHtmlTests {

    private static String rendered(String task, Locale locale) throws IOException {
        FormSchema schema = FormSchema.read(Files.readAllBytes(Path.of("forms", task + ".form")));
        return new FormHtml(locale, "t-1").render(schema);
    }

    private static String rendered(String components) {
        String json = "{\"type\": \"default\", \"id\": \"x\", \"components\": [" + components + "]}";
        return new FormHtml(Locale.ENGLISH, null).render(FormSchema.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_field_can_be_read_by_the_tasklist_and_sent_by_our_own_page() throws IOException {
        assertThat(rendered("handleCase", Locale.SIMPLIFIED_CHINESE))
                .contains("id=\"gc-reason\" name=\"reason\"")
                .contains("cam-variable-name=\"reason\" cam-variable-type=\"String\" maxlength=\"500\"");
    }

    @Test
    void each_value_is_taken_by_one_control_only_since_the_tasklist_knows_a_variable_once() throws IOException {
        assertThat(rendered("handleCase", Locale.ENGLISH).split("cam-variable-name=\"outcome\"", -1))
                .hasSize(2);
    }

    @Test
    void it_speaks_the_readers_language() throws IOException {
        assertThat(rendered("handleCase", Locale.SIMPLIFIED_CHINESE))
                .contains("处置结果")
                .doesNotContain("Result");
        assertThat(rendered("handleCase", Locale.ENGLISH)).contains("Result").doesNotContain("处置结果");
    }

    @Test
    void conditions_travel_as_data() throws IOException {
        assertThat(rendered("handleCase", Locale.ENGLISH))
                .contains(
                        "data-field=\"after\" data-required-when=\"outcome=handled\" data-show-when=\"outcome=handled\"");
    }

    @Test
    void markup_in_a_label_is_text() {
        assertThat(rendered("""
                        {"type": "textarea", "key": "a", "label": "<img src=x onerror=alert(1)>",
                         "description": "\\"><script>alert(1)</script>"},
                        {"type": "radio", "key": "b", "label": "'onclick='x",
                         "values": [{"label": "</label><b onmouseover=x>", "value": "v"}]}""")).doesNotContain("<img", "<script", "<b ", "'onclick");
    }

    @Test
    void what_angularjs_would_evaluate_is_kept_apart_even_if_a_label_brought_it() {
        assertThat(new Html().open("p", "title", "{{x}}").text("a{{b}}c{{{d").toString())
                .doesNotContain("{{", "}}");
    }

    @Test
    void a_task_id_cannot_leave_its_attribute() throws IOException {
        FormSchema schema = FormSchema.read(Files.readAllBytes(Path.of("forms", "checkOnSite.form")));
        assertThat(new FormHtml(Locale.ENGLISH, "\"><script>").render(schema)).doesNotContain("<script");
    }

    @Test
    void there_is_no_script_and_no_event_attribute_in_any_shipped_form() throws IOException {
        try (var forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                String html = rendered(form.getFileName().toString().replace(".form", ""), Locale.SIMPLIFIED_CHINESE);
                assertThat(html).doesNotContainIgnoringCase("<script").doesNotContainPattern("\\son[a-z]+=");
            }
        }
    }
}
