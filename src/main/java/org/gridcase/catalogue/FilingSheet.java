package org.gridcase.catalogue;

import java.util.List;

/**
 * What a spreadsheet says the filing standard shall be.
 *
 * @param rows that are right; all of them count only if nothing was refused
 * @param refused the cells in the way
 */
public record FilingSheet(FilingRows rows, List<RefusedCell> refused) {

    public FilingSheet {
        refused = List.copyOf(refused);
    }

    public boolean isRight() {
        return refused.isEmpty();
    }
}
