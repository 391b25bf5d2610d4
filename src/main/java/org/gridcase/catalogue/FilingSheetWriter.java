package org.gridcase.catalogue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes the filing standard as a spreadsheet, row by row, so that its size never matters. */
final class FilingSheetWriter {
    private static final int[] WIDTHS = {12, 12, 24, 48, 8, 12, 40, 16, 8};

    private final FilingRows rows;
    private final Classes classes;
    private final Words words;

    FilingSheetWriter(FilingRows rows, Classes classes, Locale locale) {
        this.rows = rows;
        this.classes = classes;
        this.words = Words.in(locale);
    }

    void write(OutputStream out) throws IOException {
        // with shared texts: tools built on POI lose what they change in an inline one
        try (var workbook = new SXSSFWorkbook(null, 100, false, true)) {
            // always-64-bit archives are more than some readers understand
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            var sheet = workbook.createSheet(words.of("catalogue.sheet"));
            sheet.createFreezePane(0, 1);
            for (int column = 0; column < WIDTHS.length; column++) {
                sheet.setColumnWidth(column, WIDTHS[column] * 256);
            }
            heading(sheet.createRow(0), bold(workbook));
            int next = 1;
            for (FilingRow row : rows.all()) {
                fill(sheet.createRow(next++), row);
            }
            workbook.write(out);
        }
    }

    private static CellStyle bold(SXSSFWorkbook workbook) {
        Font font = workbook.createFont();
        font.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        return style;
    }

    private void heading(Row line, CellStyle bold) {
        for (FilingColumn column : FilingColumn.values()) {
            text(line, column, words.of(column));
            line.getCell(column.ordinal()).setCellStyle(bold);
        }
    }

    private void fill(Row line, FilingRow row) {
        text(line, FilingColumn.CODE, row.code());
        text(line, FilingColumn.SERVICE_CODE, row.serviceCode());
        classes.byServiceCode(row.serviceCode())
                .ifPresent(one -> text(line, FilingColumn.CLASS_NAME, one.name(words.locale())));
        text(line, FilingColumn.CONDITION, row.condition());
        line.createCell(FilingColumn.AMOUNT.ordinal()).setCellValue(row.limit().amount());
        text(line, FilingColumn.LIMIT_KIND, words.of(row.limit().kind()));
        text(line, FilingColumn.CLOSING, row.closing());
        text(line, FilingColumn.UNIT, words.of(row.unit()));
        text(line, FilingColumn.SAMPLE, words.of(row.sample()));
    }

    private static void text(Row line, FilingColumn column, String text) {
        line.createCell(column.ordinal()).setCellValue(Escapes.write(text));
    }
}
