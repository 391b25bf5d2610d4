package org.gridcase.policy.table;

import java.util.List;

/**
 * What a decision spreadsheet says, as text.
 *
 * @param first the number of the first data row, as the spreadsheet counts
 * @param titles of its columns, as its readers see them
 */
public record SheetRows(int first, List<String> titles, List<List<String>> rows) {

    public SheetRows {
        titles = List.copyOf(titles);
        rows = List.copyOf(rows);
    }
}
