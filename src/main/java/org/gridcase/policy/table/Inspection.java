package org.gridcase.policy.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks at every cell of a spreadsheet before Drools does: the header must be the contract's, the rest plain data. */
public final class Inspection {
    static final int LARGEST_FILE = 2 << 20;
    static final int MOST_ROWS = 5_000;
    private static final int LAST_NOTE = 30;

    static {
        ZipSecureFile.setMaxEntrySize(32L << 20);
        ZipSecureFile.setMaxTextSize(2L << 20);
    }

    private final Contract contract;
    private final CellErrors errors = new CellErrors();

    private Inspection(Contract contract) {
        this.contract = contract;
    }

    /** @throws TableRefused with every cell that is wrong */
    public static void of(Contract contract, byte[] spreadsheet) {
        Inspection inspection = new Inspection(contract);
        inspection.file(spreadsheet);
        inspection.errors.throwIfAny();
    }

    private void file(byte[] spreadsheet) {
        if (spreadsheet.length > LARGEST_FILE) {
            errors.add("policy.cell.fileTooLarge");
            return;
        }
        try (XSSFWorkbook workbook = workbook(spreadsheet)) {
            if (workbook.isMacroEnabled() || workbook.getNumberOfSheets() != 1) {
                errors.add("policy.cell.oneSheet");
            } else {
                links(workbook);
                sheet(workbook.getSheetAt(0));
            }
        } catch (IOException | RuntimeException e) {
            errors.add("policy.cell.notReadable");
        }
    }

    private void links(XSSFWorkbook workbook) {
        if (!workbook.getExternalLinksTable().isEmpty()) {
            errors.add("policy.cell.link");
        }
        workbook.getSheetAt(0)
                .getHyperlinkList()
                .forEach(link -> errors.add(link.getFirstRow(), link.getFirstColumn(), "policy.cell.link", null));
    }

    /** Within limits on what it unpacks to. */
    static XSSFWorkbook workbook(byte[] spreadsheet) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(spreadsheet));
    }

    private void sheet(Sheet sheet) {
        int header = headerOf(sheet);
        int data = header + contract.header().size() + 1;
        int last = lastRow(sheet);
        if (header < 0 || last < data || last - data >= MOST_ROWS) {
            errors.add(header < 0 ? "policy.cell.noHeader" : "policy.cell.rowCount");
            return;
        }
        noKeywords(sheet, header);
        header(sheet, header);
        DataRows rows = new DataRows(contract, errors);
        for (int y = data; y <= last; y++) {
            rows.row(sheet, y, y == last);
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
            if (merged.getLastRow() >= data) {
                errors.add(merged.getFirstRow(), merged.getFirstColumn(), "policy.cell.merged", null);
            }
        }
    }

    /** @return -1 if it has none */
    static int headerOf(Sheet sheet) {
        for (int y = 0; y <= LAST_NOTE; y++) {
            if (Cells.text(sheet, y, 0).equals("RuleSet")) {
                return y;
            }
        }
        return -1;
    }

    /** The last in which anything is said: some programs keep empty rows below a table for the sake of their looks. */
    static int lastRow(Sheet sheet) {
        int last = sheet.getLastRowNum();
        while (last > 0 && Cells.isEmpty(sheet.getRow(last), 0)) {
            last--;
        }
        return last;
    }

    private void noKeywords(Sheet sheet, int header) {
        for (Row row : sheet) {
            int y = row.getRowNum();
            if (y < header && !Cells.isEmpty(row, 1)) {
                errors.add(y, 1, "policy.cell.notesInFirstColumn", row.getCell(1));
            }
            for (Cell cell : row) {
                if ((y < header || y >= header + contract.header().size()) && Cells.isKeyword(cell)) {
                    errors.add(y, cell.getColumnIndex(), "policy.cell.keyword", cell);
                }
            }
        }
    }

    private void header(Sheet sheet, int from) {
        List<List<String>> expected = contract.header();
        for (int y = 0; y < expected.size(); y++) {
            Row row = sheet.getRow(from + y);
            int wide = Math.max(expected.get(y).size(), row == null ? 0 : row.getLastCellNum());
            for (int x = 0; x < wide; x++) {
                String wanted = x < expected.get(y).size() ? expected.get(y).get(x) : "";
                String found = Cells.text(sheet, from + y, x);
                if (!found.equals(wanted) && !mergedAway(sheet, from + y, x, wanted, found)) {
                    errors.add(from + y, x, "policy.cell.header", Cells.cell(sheet, from + y, x));
                }
            }
        }
    }

    /** A merged pattern stands in its first cell only. */
    private static boolean mergedAway(Sheet sheet, int y, int x, String wanted, String found) {
        return found.isEmpty()
                && sheet.getMergedRegions().stream()
                        .anyMatch(merged -> merged.isInRange(y, x)
                                && merged.getFirstRow() == merged.getLastRow()
                                && Cells.text(sheet, y, merged.getFirstColumn()).equals(wanted));
    }
}
