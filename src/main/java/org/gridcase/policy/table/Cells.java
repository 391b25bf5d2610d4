package org.gridcase.policy.table;

import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads cells that may not be there. */
final class Cells {
    private static final Set<String> KEYWORDS = Set.of(
            "ruletable",
            "ruleset",
            "import",
            "functions",
            "queries",
            "declare",
            "variables",
            "sequential",
            "unit",
            "dialect",
            "escapequotes",
            "notes");

    private Cells() {}

    /** Drools looks for its keywords everywhere, in notes and in data too. */
    static boolean isKeyword(Cell cell) {
        String text = shown(cell).strip().toLowerCase(Locale.ROOT);
        return text.startsWith("ruletable") || KEYWORDS.contains(text);
    }

    /** Whether nothing is said in a row from that column on; how a cell looks says nothing. */
    static boolean isEmpty(@Nullable Row row, int from) {
        for (int x = from; row != null && x < row.getLastCellNum(); x++) {
            Cell cell = row.getCell(x);
            if (cell != null && cell.getCellType() != CellType.BLANK) {
                return false;
            }
        }
        return true;
    }

    static @Nullable Cell cell(Sheet sheet, int y, int x) {
        Row row = sheet.getRow(y);
        return row == null ? null : row.getCell(x);
    }

    static String text(Sheet sheet, int y, int x) {
        Cell cell = cell(sheet, y, x);
        return cell == null ? "" : shown(cell);
    }

    static String shown(Cell cell) {
        return cell.getCellType() == CellType.FORMULA ? "=" + cell.getCellFormula() : cell.toString();
    }
}
