package org.gridcase.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The filing standard's spreadsheet as somebody has changed it. */
public final class ChangedStandard {
    public static final String PATH = Standards.PATH;
    private static final int AMOUNT = 4;

    private ChangedStandard() {}

    /** With another amount in the row of this code. */
    public static byte[] limit(byte[] sheet, String row, int amount) {
        return with(sheet, workbook -> row(workbook, row).getCell(AMOUNT).setCellValue(amount));
    }

    public static byte[] with(byte[] sheet, Consumer<XSSFWorkbook> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(sheet));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(XSSFWorkbook workbook, String code) {
        for (Row row : workbook.getSheetAt(0)) {
            if (row.getCell(0).toString().equals(code)) {
                return row;
            }
        }
        throw new AssertionError("no row " + code);
    }
}
