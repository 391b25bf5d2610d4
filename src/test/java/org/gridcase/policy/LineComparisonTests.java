package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LineComparisonTests {
    private static final String HANDLE = "forms/handleCase.form";
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String MINOR = "processes/case-handling/minor-event.dmn";

    @Test
    void addedRemovedChangedAndMovedRowsAreToldApart() {
        var before = listing("a 1", "b 2", "c 3", "d 4", "e 5");
        var after = listing("b 2", "c 9", "a 1", "f 6", "e 5");

        assertThat(told(before, after))
                .containsExactly(
                        "b SAME 2→1",
                        "c CHANGED 3→2",
                        "d REMOVED 4→null",
                        "a SAME moved 1→3",
                        "f ADDED null→4",
                        "e SAME 5→5");
    }

    @Test
    void oneRowThatGoesToTheTopIsTheOnlyOneThatMoved() {
        assertThat(told(listing("a 1", "b 2", "c 3", "d 4"), listing("d 4", "a 1", "b 2", "c 3")))
                .containsExactly("d SAME moved 4→1", "a SAME 1→2", "b SAME 2→3", "c SAME 3→4");
    }

    @Test
    void fromNothingAllIsAddedAndToNothingAllRemoved() {
        var some = listing("a 1", "b 2");
        var none = new Listing(List.of(), List.of());

        assertThat(told(none, some)).containsExactly("a ADDED null→1", "b ADDED null→2");
        assertThat(told(some, none)).containsExactly("a REMOVED 1→null", "b REMOVED 2→null");
        assertThat(LineComparison.of("x", some, some).none()).isTrue();
    }

    @Test
    void ofAFormItsFieldsAreCompared() throws IOException {
        String form = Files.readString(Path.of(HANDLE));
        var difference = LineComparison.of(
                HANDLE,
                Listings.of(HANDLE, bytes(form)),
                Listings.of(
                        HANDLE,
                        bytes(form.replace("\"处置说明\"", "\"怎样处置\"").replace("\"最多 500 字。\"", "\"最多 500 个字。\""))));

        assertThat(difference.lines().stream().filter(line -> !line.same()).map(RowDifference.Line::id))
                .containsExactly("remark", "reason");
        assertThat(difference.columns()).startsWith("key", "type", "label", "labelEn", "required");
    }

    @Test
    void ofExamplesTheOnesThatAskTheSameAreCompared() throws IOException {
        String examples = Files.readString(Path.of(EXAMPLES));
        var difference = LineComparison.of(
                EXAMPLES,
                Listings.of(EXAMPLES, bytes(examples)),
                Listings.of(EXAMPLES, bytes(examples.replace("R02,municipal-works", "R02,water"))));

        assertThat(difference.count(RowDifference.Kind.CHANGED)).isEqualTo(1);
        assertThat(difference.lines()).hasSize((int) examples.lines().count() - 1);
    }

    @Test
    void ofADecisionModelItsRulesAreCompared() throws IOException {
        String model = Files.readString(Path.of(MINOR));
        var difference = LineComparison.of(
                MINOR,
                Listings.of(MINOR, bytes(model)),
                Listings.of(MINOR, bytes(model.replaceFirst("\"L01\"", "\"L01\",\"L03\""))));

        assertThat(difference.columns())
                .containsExactly("serviceCode", "group", "channel", "photos", "minor", "check", "remark");
        assertThat(difference.lines().stream()
                        .filter(line -> !line.same())
                        .map(line -> line.id() + " " + line.cells().get(1).after()))
                .containsExactly("minor-01 \"L01\",\"L03\"");
    }

    @Test
    void aModelWithADocumentTypeOfItsOwnIsNotRead() {
        String hostile =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions><decision/>&e;</definitions>";

        assertThatThrownBy(() -> Listings.of(MINOR, bytes(hostile))).isInstanceOf(StudioRefused.class);
        assertThatThrownBy(() -> Listings.of("processes/x/x.bpmn", bytes("<x/>")))
                .isInstanceOf(StudioRefused.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Listing listing(String... lines) {
        return new Listing(
                List.of("id", "value"),
                Stream.of(lines)
                        .map(line -> new Listing.Line(line.split(" ")[0], List.of(line.split(" "))))
                        .toList());
    }

    private static List<String> told(Listing before, Listing after) {
        return LineComparison.of("x", before, after).lines().stream()
                .map(line -> line.id() + " " + line.kind() + (line.moved() ? " moved " : " ") + line.before() + "→"
                        + line.after())
                .toList();
    }
}
