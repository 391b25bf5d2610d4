package org.gridcase.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;
import org.gridcase.policy.table.CellError;
import org.gridcase.policy.table.Column;
import org.gridcase.policy.table.Contract;
import org.gridcase.policy.table.DecisionSheet;
import org.gridcase.policy.table.Inspection;
import org.gridcase.policy.table.Reach;
import org.gridcase.policy.table.SheetLine;
import org.gridcase.policy.table.SheetRows;
import org.gridcase.policy.table.TableRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decision spreadsheets of drafts, changed by the cell; what is wrong or never decides is said with its cell. */
@Component
public class Sheets {
    private static final int MOST_ROWS = 5_000;
    private static final int LONGEST_CELL = 4_000;
    /** What no cell may hold, because a spreadsheet cannot be written with it. */
    private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF]");

    private final DraftFiles files;

    Sheets(DraftFiles files) {
        this.files = files;
    }

    /**
     * @throws StudioRefused if it is no decision spreadsheet
     * @throws TableRefused if it cannot be read as one
     */
    public Sheet open(UUID draft, String path) {
        Contract contract = contract(path);
        return sheet(contract, files.get(draft, path));
    }

    /**
     * Puts rows in place of those that were read; findings do not keep from saving.
     *
     * @param sha256 of the file that was read
     * @throws StudioRefused if it was changed meanwhile, or the rows cannot stand in a spreadsheet
     * @throws DraftRefused if it is not theirs to change
     */
    public Sheet save(UUID draft, String path, String sha256, List<Sheet.Line> lines, String by) {
        Contract contract = contract(path);
        Artifact read = files.get(draft, path);
        if (!read.sha256().equals(sha256)) {
            throw StudioRefused.stale();
        }
        byte[] changed = DecisionSheet.write(contract, read.content(), checked(contract, lines));
        files.replace(draft, path, sha256, changed, by);
        return sheet(contract, Artifact.of(path, changed));
    }

    /**
     * Puts a whole file in place of the one that was read.
     *
     * @throws TableRefused if it is no spreadsheet of this decision, in which case the old one stays
     */
    public Sheet upload(UUID draft, String path, String sha256, byte[] file, String by) {
        Contract contract = contract(path);
        demandHeader(contract, file);
        Sheet sheet = sheet(contract, Artifact.of(path, file));
        files.replace(draft, path, sha256, file, by);
        return sheet;
    }

    /** Wrong cells may be put right in the grid; another table cannot. */
    private static void demandHeader(Contract contract, byte[] file) {
        try {
            Inspection.of(contract, file);
        } catch (TableRefused refused) {
            if (refused.errors().stream().anyMatch(error -> error.key().equals("policy.cell.header"))) {
                throw refused;
            }
        }
    }

    private static Contract contract(String path) {
        String[] parts = path.split("/");
        boolean table = parts.length == 3 && path.equals("rules/" + parts[1] + "/" + parts[1] + ".drl.xlsx");
        Contract contract = table ? Spreadsheets.all().get(parts[1]) : null;
        if (contract == null) {
            throw StudioRefused.notSuch(path);
        }
        return contract;
    }

    private static List<SheetLine> checked(Contract contract, List<Sheet.Line> lines) {
        if (lines.isEmpty() || lines.size() > MOST_ROWS) {
            throw StudioRefused.rows(MOST_ROWS);
        }
        List<SheetLine> checked = new ArrayList<>();
        for (Sheet.Line line : lines) {
            boolean odd = line.cells().size() != contract.columns().size()
                    || line.cells().stream().anyMatch(Sheets::cannotStand);
            if (odd) {
                throw StudioRefused.cells(checked.size() + 1);
            }
            checked.add(new SheetLine(line.from(), line.cells()));
        }
        return checked;
    }

    private static boolean cannotStand(@Nullable String cell) {
        return cell == null || cell.length() > LONGEST_CELL || ODD.matcher(cell).find();
    }

    private static Sheet sheet(Contract contract, Artifact file) {
        SheetRows read = DecisionSheet.read(contract, file.content());
        List<Sheet.Column> columns = new ArrayList<>();
        for (int x = 0; x < contract.columns().size(); x++) {
            columns.add(column(contract.columns().get(x), read.titles().get(x)));
        }
        List<Sheet.Note> notes = new ArrayList<>();
        try {
            Inspection.of(contract, file.content());
        } catch (TableRefused refused) {
            refused.errors().forEach(error -> notes.add(note(error, read, true)));
        }
        Reach.of(contract, read).forEach(error -> notes.add(note(error, read, false)));
        return new Sheet(file.path(), file.sha256(), read.first(), columns, read.rows(), List.copyOf(notes));
    }

    private static Sheet.Column column(Column it, String title) {
        var bounds = it.bounds();
        return new Sheet.Column(
                it.name(),
                title,
                it.isCondition(),
                it.isRequired(),
                it.takesSeveral(),
                it.choices(),
                bounds.map(Column.Bounds::from).orElse(null),
                bounds.map(Column.Bounds::to).orElse(null));
    }

    private static Sheet.Note note(CellError error, SheetRows read, boolean wrong) {
        int row = -1;
        int column = -1;
        if (!error.cell().isEmpty()) {
            var cell = new CellReference(error.cell());
            row = cell.getRow() - (read.first() - 1);
            column = cell.getCol();
        }
        boolean inside = row >= 0 && row < read.rows().size();
        return new Sheet.Note(inside ? row : -1, column, error.cell(), error.key(), error.found(), wrong);
    }
}
