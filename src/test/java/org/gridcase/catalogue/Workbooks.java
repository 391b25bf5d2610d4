package org.gridcase.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the spreadsheets that people might send: the exported one with something changed. */
record Workbooks(FilingStandard standard) {

    byte[] exported(Locale locale) {
        var out = new ByteArrayOutputStream();
        try {
            standard.exportXlsx(out, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    InputStream with(Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(exported(Locale.CHINA)))) {
            change.accept(workbook);
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return new ByteArrayInputStream(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream withCell(int row, FilingColumn column, String text) {
        return with(workbook ->
                workbook.getSheetAt(0).getRow(row).getCell(column.ordinal()).setCellValue(text));
    }
}
