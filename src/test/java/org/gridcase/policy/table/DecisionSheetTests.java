package org.gridcase.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.policy.FilingContract;
import org.junit.jupiter.api.Test;

/** The filing table's data rows are 16 to 20. */
class DecisionSheetTests {
    private static final int FIRST = 15;
    private static final int FACTOR = 6;

    @Test
    void whatStandsThereIsReadAsItsReadersSeeIt() {
        SheetRows rows = DecisionSheet.read(FilingContract.GET, Workbooks.filing(workbook -> {}));

        assertThat(rows.first()).isEqualTo(16);
        assertThat(rows.rows()).hasSize(5);
        assertThat(rows.rows().get(0)).element(0).isEqualTo("F01");
        assertThat(rows.rows().get(0)).element(FACTOR).isEqualTo("0.5");
        assertThat(rows.rows().get(0)).element(5).isEqualTo("1");
    }

    @Test
    void savingWhatWasReadChangesNothingInAnyCell() {
        byte[] before = noted();
        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines(before));

        assertThat(everything(after)).isEqualTo(everything(before));
    }

    @Test
    void oneChangedCellIsTheOnlyDifference() {
        byte[] before = noted();
        List<SheetLine> lines = new ArrayList<>(lines(before));
        var cells = new ArrayList<>(lines.get(1).cells());
        cells.set(FACTOR, "0.75");
        lines.set(1, new SheetLine(1, cells));

        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines);

        List<String> was = everything(before);
        List<String> is = everything(after);
        assertThat(is).hasSameSizeAs(was);
        assertThat(IntStream.range(0, is.size())
                        .filter(i -> !is.get(i).equals(was.get(i)))
                        .mapToObj(is::get))
                .singleElement()
                .asString()
                .startsWith("G17 0.75 ");
    }

    @Test
    void aRowTakesItsNoteItsHeightAndItsStylesAlong() throws IOException {
        byte[] before = noted();
        List<SheetLine> lines = new ArrayList<>(lines(before));
        Collections.swap(lines, 0, 2);
        lines.remove(1);

        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines);

        try (var workbook = workbook(after)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(FIRST + 3);
            assertThat(sheet.getRow(FIRST + 1).getCell(0).getStringCellValue()).isEqualTo("F01");
            assertThat(sheet.getRow(FIRST + 1).getHeightInPoints()).isEqualTo(40f);
            assertThat(sheet.getCellComments().keySet()).containsExactly(new CellAddress(FIRST + 1, 1));
            assertThat(sheet.getRow(FIRST + 1).getCell(1).getCellStyle().getFillForegroundXSSFColor())
                    .isNotNull();
            assertThat(sheet.getColumnWidth(1)).isEqualTo(46 * 256);
        }
        assertThatCode(() -> Inspection.of(FilingContract.GET, after)).doesNotThrowAnyException();
    }

    @Test
    void aNewRowLooksLikeTheOneAboveAndListsToChooseFromReachIt() throws IOException {
        byte[] before = noted();
        List<SheetLine> lines = new ArrayList<>(lines(before));
        lines.add(4, new SheetLine(null, List.of("F99", "M06010", "", "", "", "1", "2", "新加")));

        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines);

        try (var workbook = workbook(after)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            var row = sheet.getRow(FIRST + 4);
            assertThat(row.getCell(FACTOR).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(row.getCell(1).getCellStyle().getIndex())
                    .isEqualTo(sheet.getRow(FIRST + 3).getCell(1).getCellStyle().getIndex());
            assertThat(sheet.getDataValidations()
                            .get(0)
                            .getRegions()
                            .getCellRangeAddresses()[0]
                            .formatAsString())
                    .isEqualTo("F16:F21");
        }
        assertThatCode(() -> Inspection.of(FilingContract.GET, after)).doesNotThrowAnyException();
    }

    @Test
    void aCodeThatTheSpreadsheetTookForANumberIsAWordAfterSaving() {
        byte[] before = Workbooks.filing(
                workbook -> workbook.getSheetAt(0).getRow(FIRST).getCell(2).setCellValue(410102));
        assertThatThrownBy(() -> Inspection.of(FilingContract.GET, before))
                .isInstanceOfSatisfying(TableRefused.class, refused -> assertThat(refused.errors())
                        .extracting(CellError::toString)
                        .containsExactly("C16 policy.cell.numberForWords [410102.0]"));

        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines(before));

        assertThatCode(() -> Inspection.of(FilingContract.GET, after)).doesNotThrowAnyException();
    }

    @Test
    void aNumberTypedIntoACellOfDatesIsAPlainNumber() {
        byte[] before = Workbooks.filing(workbook -> {
            var style = workbook.createCellStyle();
            style.setDataFormat((short) 14);
            workbook.getSheetAt(0).getRow(FIRST).getCell(FACTOR).setCellStyle(style);
        });
        List<SheetLine> lines = new ArrayList<>(lines(before));
        var cells = new ArrayList<>(lines.get(0).cells());
        cells.set(FACTOR, "2");
        lines.set(0, new SheetLine(0, cells));

        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines);

        assertThat(DecisionSheet.read(FilingContract.GET, after).rows().get(0))
                .element(FACTOR)
                .isEqualTo("2");
        assertThatCode(() -> Inspection.of(FilingContract.GET, after)).doesNotThrowAnyException();
    }

    @Test
    void whatLooksLikeAFormulaStaysText() {
        byte[] before = Workbooks.filing(workbook -> {});
        List<SheetLine> lines = new ArrayList<>(lines(before));
        var cells = new ArrayList<>(lines.get(0).cells());
        cells.set(1, "=HYPERLINK(\"http://x\")");
        lines.set(0, new SheetLine(0, cells));

        byte[] after = DecisionSheet.write(FilingContract.GET, before, lines);

        assertThatThrownBy(() -> Inspection.of(FilingContract.GET, after))
                .isInstanceOfSatisfying(TableRefused.class, refused -> assertThat(refused.errors())
                        .extracting(CellError::cell, CellError::key)
                        .containsExactly(tuple("B16", "policy.cell.notAllowed")));
    }

    @Test
    void rowsThatNeverDecideAreNamedWithTheOnesAbove() {
        List<List<String>> rows = List.of(
                List.of("F01", "M01001,M01002", "", "campus", "", "1", "0.5", ""),
                List.of("F02", "M01001", "", "campus", "", "1", "0.5", "repeats nobody: fewer classes"),
                List.of("F03", "M01001,M06010", "", "campus", "", "1", "0.7", "one word of two"),
                List.of("F04", "M01002,M01001", "", "campus", "", "1", "0.9", "the same in another order"),
                List.of("F05", "", "", "", "是", "1", "1", ""),
                List.of("F06", "", "", "", "否", "1", "1", ""),
                List.of("F07", "", "410102", "", "", "1", "1", "both answers are taken"),
                List.of("F08", "", "", "", "", "1", "1", "the last"));

        assertThat(Reach.of(FilingContract.GET, new SheetRows(16, List.of(), rows)))
                .extracting(CellError::toString)
                .containsExactly(
                        "A17 policy.cell.rowNeverReached [F01]",
                        "B18 policy.cell.wordNeverReached [M01001 → F01]",
                        "G19 policy.cell.rowContradicts [F01]",
                        "A22 policy.cell.rowNeverReached [F05, F06]");
    }

    @Test
    void theShippedTablesHaveNoRowInVain() {
        assertThat(Reach.of(
                        FilingContract.GET, DecisionSheet.read(FilingContract.GET, Workbooks.filing(workbook -> {}))))
                .isEmpty();
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> DecisionSheet.read(FilingContract.GET, new byte[] {1, 2, 3}))
                .isInstanceOf(TableRefused.class);
        byte[] bare = Workbooks.filing(workbook -> {
            workbook.removeSheetAt(0);
            workbook.createSheet("x").createRow(0).createCell(0).setCellValue("x");
        });
        assertThatThrownBy(() -> DecisionSheet.read(FilingContract.GET, bare))
                .isInstanceOfSatisfying(TableRefused.class, refused -> assertThat(refused.errors())
                        .extracting(CellError::key)
                        .containsExactly("policy.cell.noHeader"));
        byte[] fine = Workbooks.filing(workbook -> {});
        assertThatThrownBy(() -> DecisionSheet.write(
                        FilingContract.GET,
                        fine,
                        Collections.nCopies(5_001, lines(fine).get(0))))
                .isInstanceOf(TableRefused.class);
    }

    /** As an officer's copy is: a note, a taller row, a colour, a list to choose from. */
    private static byte[] noted() {
        return Workbooks.filing(workbook -> {
            XSSFSheet sheet = workbook.getSheetAt(0);
            sheet.getRow(FIRST).setHeightInPoints(40);
            var style = workbook.createCellStyle();
            style.cloneStyleFrom(sheet.getRow(FIRST).getCell(1).getCellStyle());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 255, 0, 0}, null));
            sheet.getRow(FIRST).getCell(1).setCellStyle(style);
            var note = sheet.createDrawingPatriarch()
                    .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, FIRST, 4, FIRST + 3));
            note.setString("先问教育局");
            sheet.getRow(FIRST).getCell(1).setCellComment(note);
            var helper = new XSSFDataValidationHelper(sheet);
            sheet.addValidationData(helper.createValidation(
                    helper.createIntegerConstraint(1, "1", "99"), new CellRangeAddressList(FIRST, FIRST + 4, 5, 5)));
        });
    }

    private static List<SheetLine> lines(byte[] file) {
        List<List<String>> rows = DecisionSheet.read(FilingContract.GET, file).rows();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new SheetLine(i, rows.get(i)))
                .toList();
    }

    /** Each cell with what it says, its type and its style, then widths, heights and notes. */
    private static List<String> everything(byte[] file) {
        List<String> all = new ArrayList<>();
        try (var workbook = workbook(file)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            sheet.forEach(row -> {
                row.forEach(cell -> all.add(cell.getAddress() + " " + cell + " " + cell.getCellType() + " "
                        + cell.getCellStyle().getIndex()));
                all.add(row.getRowNum() + " high " + row.getHeight() + " " + row.getZeroHeight());
            });
            IntStream.range(0, 9).forEach(x -> all.add("wide " + sheet.getColumnWidth(x)));
            sheet.getCellComments().forEach((at, note) -> all.add(at + " " + note.getString()));
            sheet.getMergedRegions().forEach(region -> all.add("merged " + region.formatAsString()));
            sheet.getDataValidations()
                    .forEach(one -> all.add(
                            "of " + one.getRegions().getCellRangeAddresses()[0].formatAsString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static XSSFWorkbook workbook(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }
}
