package org.gridcase.policy.table;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** What a sheet says of its data rows together (lists to choose from, colours by condition, filters) reaches to the last. */
final class SheetRanges {

    private SheetRanges() {}

    static void stretch(XSSFSheet sheet, int last, int newLast) {
        if (last == newLast) {
            return;
        }
        CTWorksheet all = sheet.getCTWorksheet();
        if (all.isSetDataValidations()) {
            all.getDataValidations()
                    .getDataValidationList()
                    .forEach(one -> one.setSqref(stretched(one.getSqref(), last, newLast)));
        }
        all.getConditionalFormattingList().forEach(one -> one.setSqref(stretched(one.getSqref(), last, newLast)));
        if (all.isSetAutoFilter()) {
            var filter = all.getAutoFilter();
            filter.setRef(stretched(filter.getRef(), last, newLast));
        }
    }

    @SuppressWarnings("rawtypes") // as the schema's classes have it
    private static List<String> stretched(List ranges, int last, int newLast) {
        return ((List<?>) ranges)
                .stream()
                        .map(one -> stretched(String.valueOf(one), last, newLast))
                        .toList();
    }

    private static String stretched(String range, int last, int newLast) {
        CellRangeAddress it = CellRangeAddress.valueOf(range);
        if (it.getLastRow() != last || it.getFirstRow() > newLast) {
            return range;
        }
        it.setLastRow(newLast);
        return it.formatAsString();
    }
}
