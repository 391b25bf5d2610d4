package org.gridcase.policy.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data row as it should be.
 *
 * @param from which of the rows as read it was, from 0; none if it is new
 * @param cells as text, one a column
 */
public record SheetLine(@Nullable Integer from, List<String> cells) {

    public SheetLine {
        cells = List.copyOf(cells);
    }
}
