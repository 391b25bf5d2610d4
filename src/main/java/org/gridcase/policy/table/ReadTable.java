package org.gridcase.policy.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A decision spreadsheet as people read it: titles, and rows of cells under them. */
public record ReadTable(List<Title> titles, List<Line> lines) {
    private static final Pattern CONDITION = Pattern.compile("(?:forall\\(\\|\\|\\)\\{)?(\\w+)");
    private static final Pattern RESULT = Pattern.compile("answer\\.put\\(\"(\\w+)\"");

    /** What a column is there for. */
    public enum Use {
        ROW,
        CONDITION,
        RESULT,
        REMARK
    }

    /**
     * @param name of what the column asks or gives, as records name it
     * @param words what stands above it in the file
     */
    public record Title(String name, String words, Use use) {}

    /**
     * @param number of the row in the file, as a spreadsheet counts them
     * @param cells one a title; empty where nothing stands
     */
    public record Line(String id, int number, List<String> cells) {}

    /** @throws TableRefused if it is no table of this contract */
    public static ReadTable of(Contract contract, byte[] spreadsheet) {
        Inspection.of(contract, spreadsheet);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(spreadsheet))) {
            Sheet sheet = workbook.getSheetAt(0);
            int at = 0;
            while (!Cells.text(sheet, at, 0).equals("RuleSet")) {
                at++;
            }
            return read(contract, sheet, at + contract.header().size());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReadTable read(Contract contract, Sheet sheet, int titled) {
        List<Title> titles = new ArrayList<>();
        int width = contract.columns().size();
        for (int x = 0; x < width; x++) {
            titles.add(title(contract.columns().get(x), Cells.text(sheet, titled, x)));
        }
        List<Line> lines = new ArrayList<>();
        for (int y = titled + 1; y <= sheet.getLastRowNum(); y++) {
            List<String> cells = new ArrayList<>(width);
            for (int x = 0; x < width; x++) {
                cells.add(shown(Cells.cell(sheet, y, x)));
            }
            lines.add(new Line(cells.get(0), y + 1, List.copyOf(cells)));
        }
        return new ReadTable(List.copyOf(titles), List.copyOf(lines));
    }

    private static Title title(Column column, String words) {
        return switch (column.use()) {
            case CONDITION -> new Title(first(CONDITION, column.code()), words, Use.CONDITION);
            case ACTION ->
                column.code().startsWith("answer.row")
                        ? new Title("row", words, Use.ROW)
                        : new Title(first(RESULT, column.code()), words, Use.RESULT);
            case DESCRIPTION -> new Title("remark", words, Use.REMARK);
        };
    }

    private static String first(Pattern pattern, String code) {
        Matcher found = pattern.matcher(code);
        return found.find() ? found.group(1) : code;
    }

    private static String shown(@Nullable Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC) {
            double number = cell.getNumericCellValue();
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }
        return Cells.shown(cell);
    }
}
