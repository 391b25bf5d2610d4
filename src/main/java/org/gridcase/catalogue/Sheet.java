package org.gridcase.catalogue;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;

/** A spreadsheet's only sheet as plain text. */
record Sheet(String name, List<Line> lines) {

    /** @param number from 1, as spreadsheets show it */
    record Line(int number, Map<Integer, Cell> cells) {

        Cell cell(FilingColumn column) {
            return cell(column.ordinal());
        }

        Cell cell(int column) {
            return cells.getOrDefault(column, new Cell(reference(column), "", false));
        }

        boolean blank() {
            return cells.values().stream().allMatch(cell -> cell.text().isBlank() && !cell.formula());
        }

        private String reference(int column) {
            return CellReference.convertNumToColString(column) + number;
        }
    }

    /** @param reference such as {@code E12} */
    record Cell(String reference, String text, boolean formula) {}
}
