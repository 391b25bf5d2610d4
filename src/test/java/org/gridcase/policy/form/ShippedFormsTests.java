package org.gridcase.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFormsTests {
    private static final Pattern FORM_KEY = Pattern.compile("/forms/(?:[$][{]release}|0)/([A-Za-z0-9]+)[.]html");

    static Stream<Path> forms() throws IOException {
        return Stream.concat(Files.list(Path.of("forms")), Files.list(Path.of("src/main/resources/life")))
                .filter(file -> file.toString().endsWith(".form"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_shipped_form_is_one_that_may_be_published_and_says_everything_in_both_languages(Path file)
            throws IOException {
        FormSchema form = FormSchema.read(Files.readAllBytes(file));
        assertThat(file).hasFileName(form.id() + ".form");
        assertThat(form.fields()).allSatisfy(field -> {
            assertThat(field.label().en())
                    .isNotBlank()
                    .isNotEqualTo(field.label().zh());
            assertThat(field.hint().isEmpty()
                            || !field.hint().en().equals(field.hint().zh()))
                    .isTrue();
            assertThat(field.choices())
                    .allSatisfy(choice -> assertThat(choice.label().en())
                            .isNotEqualTo(choice.label().zh()));
        });
    }

    @Test
    void every_form_that_a_process_names_is_shipped_and_no_other() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files =
                Stream.concat(Files.walk(Path.of("processes")), Files.walk(Path.of("src/main/resources")))) {
            for (Path model :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                FORM_KEY.matcher(Files.readString(model)).results().forEach(key -> named.add(key.group(1)));
            }
        }
        Set<String> shipped = new TreeSet<>();
        try (Stream<Path> files = forms()) {
            files.forEach(file -> shipped.add(file.getFileName().toString().replace(".form", "")));
        }
        assertThat(shipped).isEqualTo(named);
    }
}
