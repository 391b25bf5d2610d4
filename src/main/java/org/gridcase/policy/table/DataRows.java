package org.gridcase.policy.table;

import java.util.HashSet;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Looks at the data rows: each cell as its column allows, each row with an id of its own, the last one for all else. */
final class DataRows {
    private final Contract contract;
    private final CellErrors errors;
    private final Set<String> ids = new HashSet<>();

    DataRows(Contract contract, CellErrors errors) {
        this.contract = contract;
        this.errors = errors;
    }

    void row(Sheet sheet, int y, boolean last) {
        Row row = sheet.getRow(y);
        int width = contract.columns().size();
        for (int x = 0; x < width; x++) {
            cell(y, x, Cells.cell(sheet, y, x), contract.columns().get(x), last);
        }
        if (row != null && !Cells.isEmpty(row, width)) {
            errors.add(y, width, "policy.cell.outside", row.getCell(width));
        }
        if (!ids.add(Cells.text(sheet, y, 0))) {
            errors.add(y, 0, "policy.cell.rowTwice", Cells.cell(sheet, y, 0));
        }
    }

    private void cell(int y, int x, @Nullable Cell cell, Column column, boolean last) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            if (column.isRequired()) {
                errors.add(y, x, "policy.cell.required", null);
            }
        } else if (last && column.isCondition()) {
            errors.add(y, x, "policy.cell.lastRowMatchesAll", cell);
        } else if (!column.kind().accepts(cell)) {
            errors.add(y, x, column.kind().why(cell), cell);
        }
    }
}
