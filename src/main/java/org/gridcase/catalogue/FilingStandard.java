package org.gridcase.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When a case of a class is filed, how long handling may take, and what closes it. */
@Component
public class FilingStandard {
    private final Editions editions;
    private final CatalogueTables tables;

    FilingStandard(Editions editions, CatalogueTables tables) {
        this.editions = editions;
        this.tables = tables;
    }

    /** The version in force, which decisions name. */
    public int version() {
        return editions.current().version();
    }

    /** In the order the city gave them; never empty for an active class. */
    public List<FilingRow> rowsFor(String serviceCode) {
        return editions.current().rowsFor(serviceCode);
    }

    public Optional<FilingRow> row(String code) {
        return editions.current().row(code);
    }

    /** As it stood in an earlier version. */
    public Optional<FilingRow> row(String code, int version) {
        Edition current = editions.current();
        return version == current.version() ? current.row(code) : tables.row(code, version);
    }

    /** The rows in force as a spreadsheet in Chinese. */
    public void exportXlsx(OutputStream out) throws IOException {
        exportXlsx(out, Locale.SIMPLIFIED_CHINESE);
    }

    /** The rows in force as a spreadsheet with this language's headings; {@link #importXlsx} takes either back. */
    public void exportXlsx(OutputStream out, Locale locale) throws IOException {
        new FilingSheetWriter(editions.current(), locale).write(out);
    }

    /** As {@link #importXlsx(InputStream, String)} by nobody in particular. */
    @Transactional
    public ImportReport importXlsx(InputStream in) throws IOException {
        return importXlsx(in, null);
    }

    /**
     * Replaces the whole standard by a spreadsheet's rows as a new version, or, if one cell is wrong, by nothing.
     *
     * @throws SpreadsheetRefused if the file is too large or no plain workbook
     */
    @Transactional
    public ImportReport importXlsx(InputStream in, @Nullable String by) throws IOException {
        Sheet sheet = SheetReader.read(in);
        tables.lock();
        var check = new FilingSheetCheck(sheet, tables.newest());
        List<FilingRow> rows = check.rows();
        if (!check.refused().isEmpty()) {
            return ImportReport.refused(check.refused());
        }
        int version = tables.add(rows, by);
        afterCommit(editions::refresh);
        return ImportReport.accepted(version, rows.size());
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
