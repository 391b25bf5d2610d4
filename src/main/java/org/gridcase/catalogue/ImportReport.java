package org.gridcase.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a spreadsheet: all of it taken in, or nothing and why.
 *
 * @param version the version it became; none if refused
 * @param rows how many rows were taken in
 * @param refused the cells in the way, the first {@value #SHOWN} of them
 * @param more how many more there are
 */
public record ImportReport(@Nullable Integer version, int rows, List<RefusedCell> refused, int more) {
    static final int SHOWN = 500;

    public ImportReport {
        refused = List.copyOf(refused);
    }

    static ImportReport accepted(int version, int rows) {
        return new ImportReport(version, rows, List.of(), 0);
    }

    static ImportReport refused(List<RefusedCell> cells) {
        List<RefusedCell> shown = cells.subList(0, Math.min(SHOWN, cells.size()));
        return new ImportReport(null, 0, shown, cells.size() - shown.size());
    }

    public boolean accepted() {
        return version != null;
    }
}
