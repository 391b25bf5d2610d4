package org.gridcase.policy.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The shipped tables as spreadsheet programs save them. */
final class Saved {
    private static final int FIRST_ROW = 15;
    private static final int LAST_ROW = 19;
    private static final int FACTOR = 6;
    private static final String MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String THEME =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\"><a:themeElements><a:clrScheme name=\"Office\"><a:dk1><a:sysClr val=\"windowText\" lastClr=\"000000\"/></a:dk1><a:lt1><a:sysClr val=\"window\" lastClr=\"FFFFFF\"/></a:lt1></a:clrScheme></a:themeElements></a:theme>";

    private Saved() {}

    static Stream<Bundle> all() {
        return Stream.of(byLibreOffice(), asExcelWrites(), withLooks()).flatMap(one -> one);
    }

    /** Opened and saved by LibreOffice Calc, which keeps them under the tests' resources. */
    static Stream<Bundle> byLibreOffice() {
        return Stream.of("classification", "filing", "routing", "filing-through-ods", "routing-through-ods")
                .map(file -> Bundle.with(
                        file + " saved by LibreOffice",
                        path(file),
                        read(Path.of("src/test/resources/spreadsheets/libreoffice/" + file + ".drl.xlsx"))));
    }

    private static String path(String file) {
        String name = file.replace("-through-ods", "");
        return "rules/" + name + "/" + name + ".drl.xlsx";
    }

    /** Part by part what Excel puts into a file that we do not. */
    static Stream<Bundle> asExcelWrites() {
        return Stream.of(
                new Parts().inline().as("words in the cells themselves"),
                new Parts()
                        .edit(
                                Parts.STRINGS,
                                text -> text.replace(
                                        "<t>hospital</t>",
                                        "<r><rPr><b/><sz val=\"11\"/><rFont val=\"Calibri\"/></rPr><t>hos</t></r><r><rPr><sz val=\"11\"/></rPr><t>pital</t></r><phoneticPr fontId=\"1\"/>"))
                        .as("a word with one half of it bold"),
                new Parts()
                        .add(
                                "xl/theme/theme1.xml",
                                "application/vnd.openxmlformats-officedocument.theme+xml",
                                MAIN + "theme",
                                THEME)
                        .as("a theme"),
                new Parts()
                        .edit(
                                Parts.WORKBOOK,
                                text -> text.replace(
                                        "</sheets>",
                                        "</sheets><definedNames><definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">$A$1:$H$20</definedName><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">$15:$15</definedName></definedNames>"))
                        .as("a print area and titles that repeat"),
                new Parts()
                        .edit(Parts.SHEET, text -> text.replaceFirst(
                                        "<worksheet ",
                                        "<worksheet xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac xr\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\" xmlns:xr=\"http://schemas.microsoft.com/office/spreadsheetml/2014/revision\" xr:uid=\"{00000000-0001-0000-0000-000000000000}\" ")
                                .replace("<row r=\"16\"", "<row r=\"16\" spans=\"1:8\" x14ac:dyDescent=\"0.2\""))
                        .as("what Excel notes for itself"),
                new Parts()
                        .edit(Parts.SHEET, text -> text.replaceFirst("<dimension [^>]*/>", ""))
                        .as("no dimension"),
                Bundle.table("a number kept as text", workbook -> workbook.getSheetAt(0)
                        .getRow(FIRST_ROW)
                        .getCell(FACTOR)
                        .setCellValue("0.5")),
                Bundle.table("two digits shown", workbook -> {
                    var style = workbook.createCellStyle();
                    style.setDataFormat((short) 2);
                    workbook.getSheetAt(0).getRow(FIRST_ROW).getCell(FACTOR).setCellStyle(style);
                }),
                Bundle.table("empty cells beside and below that were coloured once", workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    var style = workbook.createCellStyle();
                    sheet.getRow(FIRST_ROW).createCell(12).setCellStyle(style);
                    sheet.getRow(0).createCell(3).setCellStyle(style);
                    sheet.createRow(LAST_ROW + 4).createCell(1).setCellStyle(style);
                }));
    }

    /** What people add to a table for themselves. */
    static Stream<Bundle> withLooks() {
        return Stream.of(
                Bundle.table("a note on a cell", workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    var note = sheet.createDrawingPatriarch()
                            .createCellComment(new XSSFClientAnchor(0, 0, 0, 0, 2, FIRST_ROW, 4, FIRST_ROW + 3));
                    note.setString("先问教育局");
                    sheet.getRow(FIRST_ROW).getCell(1).setCellComment(note);
                }),
                Bundle.table("a list to choose from", workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    var helper = new XSSFDataValidationHelper(sheet);
                    sheet.addValidationData(helper.createValidation(
                            helper.createExplicitListConstraint(new String[] {"campus", "hospital"}),
                            new CellRangeAddressList(FIRST_ROW, LAST_ROW, 3, 3)));
                }),
                Bundle.table("a colour by condition", workbook -> {
                    SheetConditionalFormatting looks = workbook.getSheetAt(0).getSheetConditionalFormatting();
                    var rule = looks.createConditionalFormattingRule((byte) 5, "1");
                    rule.createPatternFormatting().setFillBackgroundColor((short) 13);
                    looks.addConditionalFormatting(
                            new CellRangeAddress[] {new CellRangeAddress(FIRST_ROW, LAST_ROW, FACTOR, FACTOR)}, rule);
                }),
                Bundle.table("a filter, a hidden column, a frozen head", workbook -> {
                    XSSFSheet sheet = workbook.getSheetAt(0);
                    sheet.setAutoFilter(new CellRangeAddress(FIRST_ROW - 1, LAST_ROW, 0, 7));
                    sheet.setColumnHidden(4, true);
                    sheet.createFreezePane(1, FIRST_ROW);
                    sheet.setZoom(90);
                }),
                Bundle.table("protected against slips", workbook -> workbook.getSheetAt(0)
                        .protectSheet("x")));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
