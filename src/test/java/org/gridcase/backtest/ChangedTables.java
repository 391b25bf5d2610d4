package org.gridcase.backtest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Decision spreadsheets as somebody has changed them. */
public final class ChangedTables {
    private static final int FIRST_ROW = 15;

    private ChangedTables() {}

    /** In the row of this id, the cell of that letter. */
    public static byte[] cell(byte[] table, String row, char column, Object value) {
        return changed(table, sheet -> set(row(sheet, row), column - 'A', value));
    }

    /** More rows above all others, so that there are so many; each names a class and matches hardly anything. */
    public static byte[] rows(byte[] table, int all, java.util.function.IntFunction<Object[]> cells) {
        return changed(table, sheet -> {
            int first = first(sheet);
            int more = all - (sheet.getLastRowNum() - first + 1);
            sheet.shiftRows(first, sheet.getLastRowNum(), more);
            for (int i = 0; i < more; i++) {
                Row made = sheet.createRow(first + i);
                Object[] values = cells.apply(i);
                for (int x = 0; x < values.length; x++) {
                    if (values[x] != null) {
                        set(made, x, values[x]);
                    }
                }
            }
        });
    }

    private static int first(Sheet sheet) {
        for (int y = FIRST_ROW; y <= sheet.getLastRowNum(); y++) {
            Row row = sheet.getRow(y);
            if (row != null
                    && row.getCell(0) != null
                    && row.getCell(0).toString().matches("[A-Z]\\d\\d")) {
                return y;
            }
        }
        throw new AssertionError("no rows");
    }

    private static Row row(Sheet sheet, String id) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(id)) {
                return row;
            }
        }
        throw new AssertionError("no row " + id);
    }

    private static void set(Row row, int x, Object value) {
        var cell = row.getCell(x) == null ? row.createCell(x) : row.getCell(x);
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private static byte[] changed(byte[] table, Consumer<Sheet> change) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(table));
                var out = new ByteArrayOutputStream()) {
            change.accept(workbook.getSheetAt(0));
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
