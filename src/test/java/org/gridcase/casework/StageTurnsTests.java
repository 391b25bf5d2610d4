package org.gridcase.casework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridcase.policy.CaseStages.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a flow is walked by is what people can answer in the shipped forms, and what a case then does. */
class StageTurnsTests {
    private static final String OUTCOME = "outcome";

    private final StageTurns turns = new StageTurns();

    @ParameterizedTest
    @CsvSource({
        "classifyCase, REPORTED",
        "handleOnSpot, ON_SPOT",
        "checkMinor, MINOR_CHECK",
        "fileCase, FILING",
        "confirmOnSite, CONFIRMING",
        "dispatchCase, DISPATCHING",
        "handleCase, HANDLING",
        "checkOnSite, CHECKING"
    })
    void every_answer_of_a_form_is_known_and_allowed_where_its_task_belongs(String task, String stage)
            throws IOException {
        assertThat(turns.turns(task, stage)).extracting(Turn::stage).doesNotContainNull();
        assertThat(turns.turns(task, Stage.CLOSED.name()))
                .extracting(Turn::stage)
                .containsOnlyNulls();

        Set<String> known = turns.turns(task, stage).stream()
                .map(turn -> String.valueOf(turn.facts().get(OUTCOME)))
                // the program tells the flow more than the person chose
                .map(outcome -> Set.of("check", "settled").contains(outcome) ? "done" : outcome)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).isEqualTo(answers(task));
    }

    private static Set<String> answers(String task) throws IOException {
        JsonNode form =
                new ObjectMapper().readTree(Path.of("forms", task + ".form").toFile());
        Set<String> answers = new TreeSet<>();
        for (JsonNode field : form.path("components")) {
            if (field.path("key").asText().equals(OUTCOME)) {
                field.path("values")
                        .forEach(value -> answers.add(value.path("value").asText()));
            }
        }
        return answers;
    }
}
