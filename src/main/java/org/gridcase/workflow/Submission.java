package org.gridcase.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridcase.shared.CaseId;

/**
 * What somebody submits to complete a task, before anything has happened. It never becomes process variables: the
 * facade that accepts it says what the process should know.
 *
 * @param task the task's key in the model
 * @param actor who completes it
 * @param release the policy release the process instance is pinned to
 * @param values as typed into the form: text, numbers, booleans
 */
public record Submission(
        String task, String taskId, CaseId caseId, String actor, int release, Map<String, Object> values) {

    /** The text without surrounding white space; empty if absent or blank. */
    public Optional<String> text(String field) {
        return Optional.ofNullable(values.get(field))
                .map(value -> value.toString().replace("\u0000", "").strip())
                .filter(value -> !value.isEmpty());
    }

    /** @throws SubmissionRefused if absent, blank or longer than {@code limit} characters */
    public String requiredText(String field, int limit) {
        String text = text(field).orElseThrow(() -> SubmissionRefused.missing(field));
        if (text.length() > limit) {
            throw SubmissionRefused.tooLong(field, limit);
        }
        return text;
    }

    /** @throws SubmissionRefused if absent or none of these */
    public String choice(String field, Set<String> allowed) {
        String text = text(field).orElseThrow(() -> SubmissionRefused.missing(field));
        if (!allowed.contains(text)) {
            throw SubmissionRefused.notAChoice(field);
        }
        return text;
    }

    /** Ids separated by commas, as the photo widget fills them in. */
    public List<String> list(String field) {
        return text(field)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
