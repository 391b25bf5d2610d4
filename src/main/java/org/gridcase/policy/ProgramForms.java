package org.gridcase.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.policy.form.FormSchema;
import org.springframework.core.io.ClassPathResource;

/** Forms of the processes that ship with the program: no release has them, nor can change them. */
final class ProgramForms {
    private static final Map<String, FormSchema> FORMS = Set.of("approveDraft", "publishDraft").stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), ProgramForms::read));

    private ProgramForms() {}

    static Optional<FormSchema> find(String task) {
        return Optional.ofNullable(FORMS.get(task));
    }

    private static FormSchema read(String task) {
        try {
            return FormSchema.read(new ClassPathResource("life/" + task + ".form").getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
