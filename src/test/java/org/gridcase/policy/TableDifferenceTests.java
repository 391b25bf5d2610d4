package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridcase.policy.TableDifference.Cell;
import org.gridcase.policy.TableDifference.Change;
import org.gridcase.policy.TableDifference.Row;
import org.junit.jupiter.api.Test;

class TableDifferenceTests {
    private static final Path ESCALATION = Path.of("processes/escalation/escalation.dmn");

    @Test
    void aTableIsLikeItself() {
        TableDifference difference = difference(shipped(), shipped());

        assertThat(difference.facts()).isEmpty();
        assertThat(difference.rows()).isNotEmpty().allSatisfy(row -> assertThat(row.change())
                .isEqualTo(Change.SAME));
        assertThat(difference.columns()).hasSize(9);
    }

    @Test
    void aChangedCellIsMarkedWithWhatItSaidBefore() {
        TableDifference difference =
                difference(shipped(), shipped().replaceFirst("\"YELLOW\"</text>", "\"RED\"</text>"));

        Row changed = only(difference, Change.CHANGED);
        assertThat(changed.id()).isEqualTo("escalation-01");
        assertThat(changed.cells())
                .filteredOn(cell -> cell.change() != Change.SAME)
                .containsExactly(new Cell("\"RED\"", "\"YELLOW\"", Change.CHANGED));
    }

    @Test
    void aRowTakenOutStandsWhereItStoodAndOneAddedWhereItIs() {
        List<Row> without =
                difference(shipped(), without(shipped(), "escalation-02")).rows();
        assertThat(without.get(1).id()).isEqualTo("escalation-02");
        assertThat(without.get(1).change()).isEqualTo(Change.REMOVED);
        assertThat(without.get(2).change()).isEqualTo(Change.SAME);

        List<Row> with =
                difference(without(shipped(), "escalation-02"), shipped()).rows();
        assertThat(with.get(1).change()).isEqualTo(Change.ADDED);
    }

    @Test
    void aRowThatOnlyStandsElsewhereIsMovedAndTheOthersAreNot() {
        String text = shipped();
        int from = text.indexOf("<rule id=\"escalation-01\"");
        int to = text.indexOf("<rule id=\"escalation-02\"");
        int end = text.indexOf("</rule>", to) + "</rule>".length();
        String moved =
                text.substring(0, from) + text.substring(to, end) + text.substring(from, to) + text.substring(end);

        assertThat(difference(text, moved).rows())
                .filteredOn(row -> row.change() != Change.SAME)
                .singleElement()
                .satisfies(row -> assertThat(row.change()).isEqualTo(Change.MOVED));
    }

    @Test
    void anotherHitPolicyIsAFactOfItsOwn() {
        assertThat(difference(shipped(), shipped().replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\""))
                        .facts())
                .containsExactly(new TableDifference.Fact("hitPolicy", "COLLECT", "FIRST"));
    }

    @Test
    void aColumnMoreIsMarkedAtItsHeadAndInEachRow() {
        String more = shipped()
                .replace(
                        "<output id=\"roleOutput\"",
                        "<input id=\"x\" label=\"街道\"><inputExpression id=\"xe\" typeRef=\"string\"><text>street</text></inputExpression></input><output id=\"roleOutput\"")
                .replaceAll(
                        "(<outputEntry id=\"escalation-(\\d+)-role\">)",
                        "<inputEntry id=\"x-$2\"><text>\"s\"</text></inputEntry>$1");

        TableDifference difference = difference(shipped(), more);

        assertThat(difference.columns())
                .filteredOn(column -> column.change() == Change.ADDED)
                .hasSize(1);
        assertThat(difference.rows()).allSatisfy(row -> assertThat(row.cells())
                .filteredOn(cell -> cell.change() == Change.ADDED)
                .extracting(Cell::words)
                .containsExactly("\"s\""));
    }

    @Test
    void whatCannotBeReadHasNoRowsAndNothingFromElsewhere() {
        assertThat(difference("<definitions", shipped()).rows())
                .allSatisfy(row -> assertThat(row.change()).isEqualTo(Change.ADDED));
        assertThat(difference(
                                shipped(),
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions>&e;</definitions>")
                        .rows())
                .allSatisfy(row -> assertThat(row.change()).isEqualTo(Change.REMOVED));
    }

    private static Row only(TableDifference difference, Change change) {
        List<Row> rows =
                difference.rows().stream().filter(row -> row.change() == change).toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static TableDifference difference(String before, String after) {
        return TableDifference.of(file(before), file(after));
    }

    private static ModelFile file(String content) {
        return new ModelFile("processes/escalation/escalation.dmn", content, "");
    }

    private static String without(String text, String rule) {
        int from = text.indexOf("<rule id=\"" + rule + "\"");
        return text.substring(0, from) + text.substring(text.indexOf("</rule>", from) + "</rule>".length());
    }

    private static String shipped() {
        try {
            return Files.readString(ESCALATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
