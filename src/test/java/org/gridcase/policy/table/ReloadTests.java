package org.gridcase.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.gridcase.policy.FilingContract;
import org.gridcase.policy.FilingInput;
import org.junit.jupiter.api.Test;

class ReloadTests {
    /** A rule base of this size has about five. */
    private static final int CLASSES_A_RELOAD = 2;

    private static final int FIRST_ROW = 15;
    private static final int LAST_ROW = 19;
    private static final int RELOADS = 100;
    private static final int SETTLED = 20;

    @Test
    void aHundredReloadsLeaveNoClassesBehind() {
        RuleBases ruleBases = RuleBasesForTests.keeping(2);
        byte[] tiny = Workbooks.filing(workbook -> onlyTheLastRow(workbook.getSheetAt(0)));
        var fact = new FilingInput("M06010", "410102", "", false);
        int settled = 0;
        for (int i = 1; i <= RELOADS; i++) {
            var answer = ruleBases.decide(FilingContract.GET, "reload-" + i, tiny, fact);
            assertThat(answer.row()).isEqualTo("F05");
            if (i == SETTLED) {
                settled = classes();
            }
        }
        ruleBases.destroy();
        assertThat(classes() - settled).isLessThan((RELOADS - SETTLED) * CLASSES_A_RELOAD);
    }

    private static void onlyTheLastRow(XSSFSheet sheet) {
        for (int row = FIRST_ROW; row < LAST_ROW; row++) {
            sheet.removeRow(sheet.getRow(row));
        }
        sheet.shiftRows(LAST_ROW, LAST_ROW, FIRST_ROW - LAST_ROW);
    }

    /** Counted in classes: bytes also grow with what the just-in-time compiler notes about long-lived ones. */
    private static int classes() {
        System.gc();
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
