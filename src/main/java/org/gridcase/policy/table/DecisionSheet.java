package org.gridcase.policy.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A decision spreadsheet's data rows, read as text and put back in place: whatever else the file has stays as it is. */
public final class DecisionSheet {
    private final Contract contract;
    private final CellErrors errors = new CellErrors();
    private final DataFormatter numbers = new DataFormatter();

    private DecisionSheet(Contract contract) {
        this.contract = contract;
    }

    /** @throws TableRefused if it has no header of a decision table; wrong cells are read as they are */
    public static SheetRows read(Contract contract, byte[] file) {
        return new DecisionSheet(contract).read(file);
    }

    /**
     * The file with these data rows.
     *
     * @throws TableRefused if it has no header of a decision table, or cannot hold so many rows
     */
    public static byte[] write(Contract contract, byte[] file, List<SheetLine> lines) {
        return new DecisionSheet(contract).write(file, lines);
    }

    private SheetRows read(byte[] file) {
        try (XSSFWorkbook workbook = open(file)) {
            XSSFSheet sheet = sheet(workbook);
            int data = dataOf(sheet);
            return new SheetRows(
                    data + 1,
                    texts(sheet, data - 1),
                    IntStream.rangeClosed(data, Inspection.lastRow(sheet))
                            .mapToObj(y -> texts(sheet, y))
                            .toList());
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private byte[] write(byte[] file, List<SheetLine> lines) {
        if (lines.isEmpty() || lines.size() > Inspection.MOST_ROWS) {
            throw refused("policy.cell.rowCount");
        }
        try (XSSFWorkbook workbook = open(file);
                var out = new ByteArrayOutputStream()) {
            XSSFSheet sheet = sheet(workbook);
            new SheetEdit(contract, sheet, dataOf(sheet)).put(lines);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private XSSFWorkbook open(byte[] file) {
        if (file.length > Inspection.LARGEST_FILE) {
            throw refused("policy.cell.fileTooLarge");
        }
        try {
            return Inspection.workbook(file);
        } catch (IOException | RuntimeException unreadable) {
            throw unreadable();
        }
    }

    private XSSFSheet sheet(XSSFWorkbook workbook) {
        if (workbook.isMacroEnabled() || workbook.getNumberOfSheets() != 1) {
            throw refused("policy.cell.oneSheet");
        }
        return workbook.getSheetAt(0);
    }

    private int dataOf(XSSFSheet sheet) {
        int header = Inspection.headerOf(sheet);
        if (header < 0) {
            throw refused("policy.cell.noHeader");
        }
        int data = header + contract.header().size() + 1;
        int last = Inspection.lastRow(sheet);
        if (last < data || last - data >= Inspection.MOST_ROWS) {
            throw refused("policy.cell.rowCount");
        }
        return data;
    }

    private List<String> texts(XSSFSheet sheet, int y) {
        XSSFRow row = sheet.getRow(y);
        List<String> texts = new ArrayList<>();
        for (int x = 0; x < contract.columns().size(); x++) {
            texts.add(row == null ? "" : text(row.getCell(x), numbers));
        }
        return texts;
    }

    /** As its reader sees it. */
    static String text(@Nullable XSSFCell cell, DataFormatter numbers) {
        if (cell == null) {
            return "";
        }
        return cell.getCellType() == CellType.NUMERIC ? numbers.formatCellValue(cell) : Cells.shown(cell);
    }

    private TableRefused refused(String key) {
        errors.add(key);
        return errors.refusal();
    }

    private TableRefused unreadable() {
        return refused("policy.cell.notReadable");
    }
}
