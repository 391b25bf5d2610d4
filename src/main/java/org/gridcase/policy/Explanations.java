package org.gridcase.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridcase.policy.TableRow.Cell;
import org.gridcase.policy.TableRow.Part;
import org.gridcase.policy.table.ReadTable;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.TableModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a case was decided as it was: each decision with the row of the table that made it. */
@Component
public class Explanations {
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"(?:\\s*,\\s*\"[^\"]*\")*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern COMPARED = Pattern.compile("(>=|<=|>|<)\\s*(\\S+)");

    private final DecisionRecords records;
    private final Releases releases;
    private final Recent<String, ReadTable> sheets = new Recent<>(24);
    private final Recent<String, TableModel> models = new Recent<>(24);

    Explanations(DecisionRecords records, Releases releases) {
        this.records = records;
        this.releases = releases;
    }

    /** All decisions about a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Explanation> of(CaseId id) {
        return records.of(id).stream()
                .map(made -> new Explanation(
                        made, row(made.release(), made.decision(), made.row()).orElse(null)))
                .toList();
    }

    /**
     * The table that made a decision, as its release has it.
     *
     * @throws DecisionNotFound if that decision is not of that case
     */
    @Transactional(readOnly = true)
    public byte[] file(CaseId id, UUID decision) {
        DecisionRecord made = record(id, decision);
        return releases.artifact(made.release(), made.table());
    }

    /** @throws DecisionNotFound if that decision is not of that case */
    @Transactional(readOnly = true)
    public DecisionRecord record(CaseId id, UUID decision) {
        return records.find(decision)
                .filter(made -> made.caseId().equals(id))
                .orElseThrow(() -> DecisionNotFound.of(decision));
    }

    /** That row of the table which makes such decisions in that release. */
    Optional<TableRow> row(int release, String decision, String id) {
        String table = Decision.named(decision).table();
        if (!releases.has(release, table)) {
            return Optional.empty();
        }
        Artifact file = releases.file(release, table);
        return file.isSpreadsheet()
                ? row(sheets.get(file.sha256(), any -> ReadTable.of(Spreadsheets.at(file.path()), file.content())), id)
                : row(models.get(file.sha256(), any -> TableModel.read(file.content(), decision)), id);
    }

    private static Optional<TableRow> row(ReadTable table, String id) {
        return table.lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .map(line -> {
                    List<Cell> cells = new ArrayList<>();
                    for (int i = 0; i < table.titles().size(); i++) {
                        var title = table.titles().get(i);
                        String text = line.cells().get(i);
                        switch (title.use()) {
                            case ROW -> {}
                            case CONDITION ->
                                cells.add(new Cell(
                                        title.name(),
                                        title.words(),
                                        Part.CONDITION,
                                        // "at least" is part of what stands above
                                        "",
                                        words(text)));
                            case RESULT ->
                                cells.add(new Cell(title.name(), title.words(), Part.RESULT, "", words(text)));
                            case REMARK ->
                                cells.add(new Cell(
                                        title.name(),
                                        title.words(),
                                        Part.REMARK,
                                        "",
                                        text.isBlank() ? List.of() : List.of(text)));
                        }
                    }
                    return new TableRow(id, line.number(), List.copyOf(cells));
                });
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<TableRow> row(TableModel table, String id) {
        return table.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(rule -> {
                    List<Cell> cells = new ArrayList<>();
                    for (int i = 0; i < table.inputs().size(); i++) {
                        cells.add(cell(table.inputs().get(i), Part.CONDITION, rule.inputs(), i));
                    }
                    for (int i = 0; i < table.outputs().size(); i++) {
                        cells.add(cell(table.outputs().get(i), Part.RESULT, rule.outputs(), i));
                    }
                    if (!rule.words().isEmpty()) {
                        cells.add(new Cell("remark", "", Part.REMARK, "", List.of(rule.words())));
                    }
                    return new TableRow(id, null, List.copyOf(cells));
                });
    }

    private static Cell cell(TableModel.Column column, Part part, List<String> entries, int i) {
        String text = i < entries.size() ? entries.get(i) : "";
        Matcher compared = COMPARED.matcher(text);
        if (text.isEmpty() || text.equals("-")) {
            return new Cell(column.name(), column.label(), part, "", List.of());
        }
        if (compared.matches()) {
            return new Cell(column.name(), column.label(), part, compared.group(1), List.of(compared.group(2)));
        }
        if (WORDS.matcher(text).matches()) {
            List<String> words =
                    WORD.matcher(text).results().map(found -> found.group(1)).toList();
            return new Cell(column.name(), column.label(), part, "", words);
        }
        // in FEEL's own words
        return new Cell(column.name(), column.label(), part, "", List.of(text));
    }
}
