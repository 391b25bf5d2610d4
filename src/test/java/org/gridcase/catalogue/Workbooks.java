package org.gridcase.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the spreadsheets that people might send: the shipped one with something changed. */
record Workbooks(FilingSheets sheets, FilingRows rows) {

    byte[] exported(Locale locale) {
        return sheets.write(rows, locale);
    }

    byte[] with(Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(exported(Locale.CHINA)))) {
            change.accept(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] withCell(int row, FilingColumn column, String text) {
        return with(workbook ->
                workbook.getSheetAt(0).getRow(row).getCell(column.ordinal()).setCellValue(text));
    }
}
