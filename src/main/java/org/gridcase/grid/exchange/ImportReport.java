package org.gridcase.grid.exchange;

import java.util.List;

/** What became of a file: all of it was taken, or nothing and here is why, row by row. */
public record ImportReport(int imported, List<Refused> refused) {

    public boolean accepted() {
        return refused.isEmpty();
    }
}
