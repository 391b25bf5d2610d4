package org.gridcase.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.gridcase.catalogue.ImportReport;
import org.gridcase.catalogue.RefusedCell;
import org.jspecify.annotations.Nullable;

/** An import's report with its reasons in the reader's language. */
record ImportView(@Nullable Integer version, int rows, List<Cell> refused, int more) {

    record Cell(String sheet, String cell, String key, List<String> args, String reason) {

        static Cell of(RefusedCell cell, Locale locale) {
            return new Cell(cell.sheet(), cell.cell(), cell.key(), cell.args(), cell.reason(locale));
        }
    }

    static ImportView of(ImportReport report, Locale locale) {
        List<Cell> cells =
                report.refused().stream().map(cell -> Cell.of(cell, locale)).toList();
        return new ImportView(report.version(), report.rows(), cells, report.more());
    }
}
