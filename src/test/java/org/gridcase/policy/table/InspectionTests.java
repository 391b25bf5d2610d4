package org.gridcase.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.gridcase.policy.FilingContract;
import org.junit.jupiter.api.Test;

/** The filing table's hidden header is rows 7 to 14, its titles row 15, its data rows 16 to 20. */
class InspectionTests {
    private static final int FIRST_ROW = 15;
    private static final int LAST_ROW = 19;

    @Test
    void theShippedTableIsFine() {
        assertThatCode(() -> Inspection.of(FilingContract.GET, Workbooks.filing(workbook -> {})))
                .doesNotThrowAnyException();
    }

    @Test
    void codeInADataCellIsRefusedWithItsCell() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW).getCell(1).setCellValue("M01001\") || true || (\"")))
                .containsExactly("B16 policy.cell.notAllowed");
    }

    @Test
    void aFormulaIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW).getCell(6).setCellFormula("1/2")))
                .containsExactly("G16 policy.cell.notAllowed");
    }

    @Test
    void aNumberOutOfBoundsIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW).getCell(6).setCellValue(11)))
                .containsExactly("G16 policy.cell.notAllowed");
    }

    @Test
    void aChangedHeaderIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW - 2).getCell(5).setCellValue("System.exit(1);")))
                .containsExactly("F14 policy.cell.header");
    }

    @Test
    void anotherTableInTheNotesIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(0).getCell(0).setCellValue("RuleTable mine")))
                .containsExactly("A1 policy.cell.keyword");
    }

    @Test
    void aRemarkCannotEndTheCommentItBecomes() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW).getCell(7).setCellValue("*/ eval(true) /*")))
                .containsExactly("H16 policy.cell.notAllowed");
    }

    @Test
    void twoRowsWithOneIdAreRefused() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW + 1).getCell(0).setCellValue("F01")))
                .containsExactly("A17 policy.cell.rowTwice");
    }

    @Test
    void aLastRowThatDoesNotCatchEverythingIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(LAST_ROW).getCell(2).setCellValue("410102")))
                .containsExactly("C20 policy.cell.lastRowMatchesAll");
    }

    @Test
    void anEmptyResultIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW).getCell(5).setBlank()))
                .containsExactly("F16 policy.cell.required");
    }

    @Test
    void somethingBesideTheTableIsRefused() {
        assertThat(errors(sheet -> sheet.getRow(FIRST_ROW).createCell(9).setCellValue("x")))
                .containsExactly("I16 policy.cell.outside");
    }

    @Test
    void mergedDataIsRefused() {
        assertThat(errors(sheet -> sheet.addMergedRegion(new CellRangeAddress(FIRST_ROW, FIRST_ROW + 1, 5, 5))))
                .containsExactly("F16 policy.cell.merged");
    }

    @Test
    void aBlankLineAmongTheRowsIsRefused() {
        assertThat(errors(sheet -> {
                    Row row = sheet.getRow(FIRST_ROW + 1);
                    row.forEach(cell -> cell.setBlank());
                }))
                .containsExactly("A17 policy.cell.required", "F17 policy.cell.required", "G17 policy.cell.required");
    }

    @Test
    void whatIsNoSpreadsheetIsRefused() {
        var refused = catchThrowableOfType(
                TableRefused.class, () -> Inspection.of(FilingContract.GET, "PK nonsense".getBytes()));
        assertThat(refused.errors()).extracting(CellError::key).containsExactly("policy.cell.notReadable");
    }

    private static List<String> errors(Consumer<XSSFSheet> change) {
        byte[] changed = Workbooks.filing(workbook -> change.accept(workbook.getSheetAt(0)));
        var refused = catchThrowableOfType(TableRefused.class, () -> Inspection.of(FilingContract.GET, changed));
        return refused.errors().stream()
                .map(error -> error.cell() + " " + error.key())
                .toList();
    }
}
