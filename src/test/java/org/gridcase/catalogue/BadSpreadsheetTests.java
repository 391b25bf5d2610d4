package org.gridcase.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.gridcase.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogueTest
class BadSpreadsheetTests {
    @Autowired
    FilingStandard standard;

    @Autowired
    FilingSheets sheets;

    private Workbooks workbooks() {
        return new Workbooks(sheets, standard.in(1));
    }

    /** Row 1 of the file is C01001-1. */
    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource({
        "CODE, M06010-9, A2, catalogue.import.rowCode",
        "CODE, C01001-0, A2, catalogue.import.rowCode",
        "CODE, C01001-01, A2, catalogue.import.rowCode",
        "CODE, '', A2, catalogue.import.rowCode",
        "SERVICE_CODE, M06031, B2, catalogue.import.unknownClass",
        "SERVICE_CODE, ' ', B2, catalogue.import.unknownClass",
        "CLASS_NAME, 暴露垃圾, C2, catalogue.import.otherName",
        "CONDITION, ' ', D2, catalogue.import.blank",
        "CONDITION, 响铃_x0007_, D2, catalogue.import.controlCharacter",
        "CONDITION, 零_x0000_, D2, catalogue.import.controlCharacter",
        "CONDITION, 半个_xD83D_, D2, catalogue.import.controlCharacter",
        "AMOUNT, 0, E2, catalogue.import.amount",
        "AMOUNT, -4, E2, catalogue.import.amount",
        "AMOUNT, 2.5, E2, catalogue.import.amount",
        "AMOUNT, 1E3, E2, catalogue.import.amount",
        "AMOUNT, 9999, E2, catalogue.import.amount",
        "AMOUNT, 四, E2, catalogue.import.amount",
        "LIMIT_KIND, 小时, F2, catalogue.import.choice",
        "UNIT, 宇航, H2, catalogue.import.choice",
        "SAMPLE, 也许, I2, catalogue.import.choice",
    })
    void namesTheWrongCellAndWhy(FilingColumn column, String text, String cell, String key) {
        FilingSheet sheet = sheets.read(workbooks().withCell(1, column, text));

        assertThat(sheet.isRight()).isFalse();
        assertThat(sheet.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.sheet()).isEqualTo("立案标准");
            assertThat(refused.cell()).isEqualTo(cell);
            assertThat(refused.key()).isEqualTo(key);
            assertThat(refused.reason(Locale.SIMPLIFIED_CHINESE))
                    .doesNotContain("{")
                    .containsPattern("[\\u4e00-\\u9fff]");
            assertThat(refused.reason(Locale.ENGLISH)).doesNotContain("{").containsPattern("[a-z]{3}");
        });
    }

    @Test
    void namesEveryWrongCellAtOnce() {
        var file = workbooks().with(workbook -> {
            var row = workbook.getSheetAt(0).getRow(1);
            row.getCell(FilingColumn.AMOUNT.ordinal()).setCellValue(1.5);
            row.getCell(FilingColumn.UNIT.ordinal()).setCellValue("?");
            workbook.getSheetAt(0)
                    .getRow(4)
                    .getCell(FilingColumn.CLOSING.ordinal())
                    .setCellValue("长".repeat(501));
        });

        assertThat(sheets.read(file).refused()).extracting(RefusedCell::cell).containsExactly("E2", "H2", "G5");
    }

    @Test
    void acceptsNoFormulaNotEvenOneWithARightResult() {
        var file = workbooks().with(workbook -> {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(FilingColumn.AMOUNT.ordinal());
            cell.setCellFormula("1+2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        });

        assertThat(sheets.read(file).refused())
                .extracting(RefusedCell::cell, RefusedCell::key)
                .containsExactly(tuple("E2", "catalogue.import.formula"));
    }

    @Test
    void wantsItsOwnHeadings() {
        assertThat(sheets.read(workbooks().withCell(0, FilingColumn.AMOUNT, "数量"))
                        .refused())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.cell()).isEqualTo("E1");
                    assertThat(refused.reason(Locale.ENGLISH)).contains("处置时限 / Limit");
                });
    }

    @Test
    void dropsNothingSilently() {
        var file = workbooks()
                .with(workbook ->
                        workbook.getSheetAt(0).getRow(2).createCell(11).setCellValue("另一列"));

        assertThat(sheets.read(file).refused())
                .extracting(RefusedCell::cell, RefusedCell::key)
                .containsExactly(tuple("L3", "catalogue.import.extraColumn"));
    }

    @Test
    void refusesTheSameRowCodeTwice() {
        assertThat(sheets.read(workbooks().withCell(rowOf("M06010-2"), FilingColumn.CODE, "M06010-1"))
                        .refused())
                .singleElement()
                .extracting(RefusedCell::key)
                .isEqualTo("catalogue.import.duplicate");
    }

    private int rowOf(String code) {
        return standard.in(1).all().stream().map(FilingRow::code).toList().indexOf(code) + 1;
    }

    @Test
    void leavesNoClassWithoutARow() {
        var file = workbooks().with(workbook -> {
            var sheet = workbook.getSheetAt(0);
            sheet.removeRow(sheet.getRow(1));
        });

        assertThat(sheets.read(file).refused()).singleElement().satisfies(refused -> {
            assertThat(refused.key()).isEqualTo("catalogue.import.classWithoutRow");
            assertThat(refused.reason(Locale.SIMPLIFIED_CHINESE)).contains("C01001 供水井盖");
        });
    }

    @Test
    void refusesAnEmptySheet() {
        var file = workbooks().with(workbook -> {
            workbook.removeSheetAt(0);
            workbook.createSheet("空");
        });

        assertThat(sheets.read(file).refused())
                .singleElement()
                .extracting(RefusedCell::key)
                .isEqualTo("catalogue.import.empty");
    }

    @Test
    void refusesASecondSheetRatherThanOverlookIt() {
        refuses(workbooks().with(workbook -> workbook.createSheet("二")), Refusal.Kind.INVALID, "notOneSheet");
    }

    @Test
    void refusesMacrosLinksAndFilesInside() {
        byte[] linked = workbooks().with(workbook -> {
            var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress("http://example.org/");
            workbook.getSheetAt(0).getRow(1).getCell(3).setHyperlink(link);
        });
        byte[] withMacros = workbooks().with(workbook -> {
            try {
                workbook.setVBAProject(new ByteArrayInputStream(new byte[] {1}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        refuses(linked, Refusal.Kind.INVALID, "notPlain");
        refuses(withMacros, Refusal.Kind.INVALID, "notPlain");
    }

    @Test
    void refusesHalfAMillionCells() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(100)) {
            var sheet = workbook.createSheet();
            for (int row = 0; row < 1_000; row++) {
                var line = sheet.createRow(row);
                for (int cell = 0; cell < 500; cell++) {
                    line.createCell(cell).setCellValue(1);
                }
            }
            workbook.write(out);
        }

        refuses(out.toByteArray(), Refusal.Kind.TOO_LARGE, "expandsTooFar");
    }

    @Test
    void refusesWhatIsNoWorkbook() throws IOException {
        refuses(bytes("code,amount\nM06010-1,4"), Refusal.Kind.INVALID, "unreadable");
        refuses(bytes(""), Refusal.Kind.INVALID, "unreadable");
        refuses(zip("evil.txt", new byte[10]), Refusal.Kind.INVALID, "unreadable");
        byte[] whole = workbooks().exported(Locale.CHINA);
        refuses(Arrays.copyOf(whole, whole.length / 2), Refusal.Kind.INVALID, "unreadable");
    }

    @Test
    void refusesAFileOfMoreThanFourMegabytes() {
        byte[] noise = new byte[4 * 1024 * 1024 + 1];
        new Random(1).nextBytes(noise);

        refuses(noise, Refusal.Kind.TOO_LARGE, "tooLarge");
    }

    @Test
    void refusesAZipBombBeforeOpeningIt() throws IOException {
        refuses(zip("xl/worksheets/sheet1.xml", new byte[40 * 1024 * 1024]), Refusal.Kind.TOO_LARGE, "expandsTooFar");
    }

    @Test
    void refusesMoreThanTwentyThousandRows() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new SXSSFWorkbook(100)) {
            var sheet = workbook.createSheet();
            for (int row = 0; row < 20_002; row++) {
                sheet.createRow(row).createCell(0).setCellValue("x");
            }
            workbook.write(out);
        }

        refuses(out.toByteArray(), Refusal.Kind.TOO_LARGE, "tooManyRows");
    }

    @ParameterizedTest
    @CsvSource({"sheet1.xml, worksheet, <v>", "sharedStrings.xml, sst, <t>"})
    void readsNoExternalEntities(String part, String root, String place) throws IOException {
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><";
        byte[] file = workbooks().exported(Locale.CHINA);
        byte[] declared = replaceIn(part, file, "<" + root, type + root);
        byte[] used = replaceIn(part, declared, place, place + "&e;");

        refuses(declared, Refusal.Kind.INVALID, "unreadable");
        refuses(used, Refusal.Kind.INVALID, "unreadable");
    }

    private static byte[] replaceIn(String part, byte[] file, String what, String by) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                boolean here = entry.getName().endsWith(part);
                zip.write(
                        here
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replace(what, by)
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private void refuses(byte[] file, Refusal.Kind kind, String key) {
        assertThatThrownBy(() -> sheets.read(file)).isInstanceOfSatisfying(SpreadsheetRefused.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.key()).isEqualTo("catalogue.import." + key);
        });
    }
}
