package org.gridcase.policy.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Puts rows into a sheet: each takes its height, styles and notes along, and only cells that say something else change. */
final class SheetEdit {
    /** Far below any table: where rows stand while their places are taken. */
    private static final int ASIDE = 100_000;

    private static final CellCopyPolicy WHOLE =
            new CellCopyPolicy.Builder().mergedRegions(false).rowHeight(false).build();

    private final Contract contract;
    private final XSSFSheet sheet;
    private final int data;
    private final int present;
    private final DataFormatter numbers = new DataFormatter();
    private final Map<Short, CellStyle> plain = new HashMap<>();

    SheetEdit(Contract contract, XSSFSheet sheet, int data) {
        this.contract = contract;
        this.sheet = sheet;
        this.data = data;
        this.present = Inspection.lastRow(sheet) - data + 1;
    }

    void put(List<SheetLine> lines) {
        if (!inPlace(lines)) {
            arrange(lines);
            SheetRanges.stretch(sheet, data + present - 1, data + lines.size() - 1);
        }
        for (int i = 0; i < lines.size(); i++) {
            XSSFRow row = sheet.getRow(data + i);
            fill(row == null ? sheet.createRow(data + i) : row, lines.get(i).cells());
        }
    }

    /** Whether every row stays where it is. */
    private boolean inPlace(List<SheetLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Integer from = lines.get(i).from();
            if (from == null || from != i) {
                return false;
            }
        }
        return lines.size() == present;
    }

    private void arrange(List<SheetLine> lines) {
        Map<Integer, List<XSSFComment>> notes = notes();
        for (int i = 0; i < lines.size(); i++) {
            int model = model(lines, i);
            XSSFRow row = sheet.getRow(data + model);
            if (row != null) {
                XSSFRow aside = sheet.createRow(ASIDE + i);
                copy(row, aside);
                if (lines.get(i).from() == null) {
                    aside.forEach(Cell::setBlank);
                }
            }
        }
        for (int i = 0; i < present; i++) {
            remove(data + i);
        }
        for (int i = 0; i < lines.size(); i++) {
            XSSFRow aside = sheet.getRow(ASIDE + i);
            if (aside != null) {
                copy(aside, sheet.createRow(data + i));
                remove(ASIDE + i);
            }
        }
        replace(notes, lines);
    }

    private static void copy(XSSFRow from, XSSFRow to) {
        to.copyRowFrom(from, WHOLE);
        to.setZeroHeight(from.getZeroHeight());
        if (from.getCTRow().isSetHt()) {
            to.setHeight(from.getHeight());
        }
    }

    /** Which row a line looks like: the one that it was, else the one that stands above it. */
    private int model(List<SheetLine> lines, int i) {
        for (int above = i; above >= 0; above--) {
            Integer from = lines.get(above).from();
            if (from != null && from >= 0 && from < present) {
                return from;
            }
        }
        return 0;
    }

    private void remove(int y) {
        XSSFRow row = sheet.getRow(y);
        if (row != null) {
            sheet.removeRow(row);
        }
    }

    /** By the row they stand at, taken out of the way. */
    private Map<Integer, List<XSSFComment>> notes() {
        Map<Integer, List<XSSFComment>> notes = new HashMap<>();
        List.copyOf(sheet.getCellComments().entrySet()).forEach(entry -> {
            int row = entry.getKey().getRow() - data;
            if (row >= 0) {
                notes.computeIfAbsent(row, any -> new ArrayList<>()).add(entry.getValue());
                entry.getValue()
                        .setAddress(
                                new CellAddress(2 * ASIDE + row, entry.getKey().getColumn()));
            }
        });
        return notes;
    }

    private void replace(Map<Integer, List<XSSFComment>> notes, List<SheetLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Integer from = lines.get(i).from();
            List<XSSFComment> mine = from == null ? null : notes.remove(from);
            if (mine != null) {
                int y = data + i;
                mine.forEach(note -> note.setAddress(new CellAddress(y, note.getColumn())));
            }
        }
        notes.values().forEach(gone -> gone.forEach(note -> drop(note.getAddress())));
    }

    private void drop(CellAddress address) {
        XSSFRow row = sheet.createRow(address.getRow());
        row.createCell(address.getColumn()).removeCellComment();
        sheet.removeRow(row);
    }

    private void fill(XSSFRow row, List<String> texts) {
        for (int x = 0; x < contract.columns().size(); x++) {
            XSSFCell cell = row.getCell(x);
            String text = texts.get(x);
            boolean words = !(contract.columns().get(x).kind() instanceof CellKind.Number);
            // a code that the spreadsheet took for a number becomes a word, though it looks the same
            boolean same = DecisionSheet.text(cell, numbers).equals(text) && !(words && isNumber(cell));
            if (!same) {
                type(cell == null ? row.createCell(x) : cell, text, words);
            }
        }
    }

    private static boolean isNumber(@Nullable XSSFCell cell) {
        return cell != null && cell.getCellType() == CellType.NUMERIC;
    }

    private void type(XSSFCell cell, String text, boolean words) {
        if (cell.getCellType() == CellType.FORMULA) {
            cell.removeFormula();
        }
        if (text.isEmpty()) {
            cell.setBlank();
        } else if (words || !CellKind.Number.isTyped(text)) {
            cell.setCellValue(text);
        } else {
            cell.setCellValue(Double.parseDouble(text));
            if (!CellKind.Number.isPlain(cell)) {
                cell.setCellStyle(plain.computeIfAbsent(cell.getCellStyle().getIndex(), any -> plainly(cell)));
            }
        }
    }

    /** As it looks, but for dates and shares. */
    private static CellStyle plainly(XSSFCell cell) {
        XSSFCellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.cloneStyleFrom(cell.getCellStyle());
        style.setDataFormat((short) 0);
        return style;
    }
}
