package org.gridcase.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowModelTests {
    private static final Path SHIPPED = Path.of("processes/case-handling/case-handling.bpmn");

    @Test
    void theShippedFlowCanBeWalkedOutsideOfTheEngine() throws IOException {
        FlowModel flow = FlowModel.read(Files.readAllBytes(SHIPPED), "case-handling");

        assertThat(flow.start()).isEqualTo("reported");
        assertThat(flow.tasks())
                .extracting(FlowModel.Node::id)
                .containsExactlyInAnyOrder(
                        "classifyCase",
                        "handleOnSpot",
                        "checkMinor",
                        "fileCase",
                        "confirmOnSite",
                        "dispatchCase",
                        "handleCase",
                        "checkOnSite");
        assertThat(flow.node("handleCase").role()).contains("handler");
        assertThat(flow.node("handleCase").placeVariable()).isEqualTo("unit");
        assertThat(flow.node("classify").step()).isEqualTo("classify");
        assertThat(flow.node("feedbackOver").pause()).isEqualTo(Duration.ofDays(7));
        assertThat(flow.nodes()).extracting(FlowModel.Node::id).doesNotContain("annulAsked");
    }

    @Test
    void aFileWithoutThatProcessIsNone() throws IOException {
        byte[] other = Files.readAllBytes(Path.of("processes/appeal/appeal.bpmn"));

        assertThatThrownBy(() -> FlowModel.read(other, "case-handling")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "${minor} ; true",
                "${!minor} ; false",
                "${outcome == 'filed'} ; true",
                "${outcome == 'annulled' || outcome == 'joined'} ; false",
                "${not (outcome != 'filed') and minor} ; true",
                "${release >= 3 and release lt 4} ; true",
                "${release == 3.0} ; true",
                "${unheard} ; ",
                "${unheard and !minor} ; false",
                "${unheard or minor} ; true",
                "${unheard == 'x'} ; ",
            })
    void aConditionHoldsOrNotOrHangsOnWhatNobodyKnows(String text, Boolean holds) {
        assertThat(FlowCondition.of(text).holds(Map.of("minor", true, "outcome", "filed", "release", 3)))
                .isEqualTo(holds);
    }
}
