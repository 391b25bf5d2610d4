package org.gridcase.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.backtest.Backtests;
import org.gridcase.policy.guard.Finding;
import org.gridcase.testing.Tried;

/** Draws up and approves drafts as people do. */
public final class DraftMaker {
    static final String FLOW = "processes/case-handling/case-handling.bpmn";
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String EXAMPLES = "rules/routing/cases.csv";

    private final Drafts drafts;
    private final Releases releases;
    private final Backtests backtests;

    public DraftMaker(Drafts drafts, Releases releases, Backtests backtests) {
        this.drafts = drafts;
        this.releases = releases;
        this.backtests = backtests;
    }

    /** Whose one file reads otherwise. */
    public UUID changed(String title, String path, UnaryOperator<String> change) {
        UUID draft = drafts.open(title, "analyst");
        change(draft, path, change);
        return approved(draft);
    }

    public UUID flow(String title, UnaryOperator<String> change) {
        return changed(title, FLOW, change);
    }

    /** With its example, and a table that has not been compiled before. */
    public UUID collapsesGoTo(String unitKind, String remark) {
        UUID draft = drafts.open("塌陷改派 " + unitKind + remark, "analyst");
        drafts.put(draft, ROUTING, routing(unitKind, remark), "analyst");
        change(draft, EXAMPLES, it -> it.replaceFirst("R02,[a-z-]+", "R02," + unitKind));
        return approved(draft);
    }

    private void change(UUID draft, String path, UnaryOperator<String> change) {
        String before = new String(drafts.file(draft, path), StandardCharsets.UTF_8);
        drafts.put(draft, path, change.apply(before).getBytes(StandardCharsets.UTF_8), "analyst");
    }

    private UUID approved(UUID draft) {
        List<Finding> wrong = drafts.check(draft, "analyst");
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.toString());
        }
        if (!drafts.get(draft).isToApprove()) {
            Tried.now(backtests, draft, "analyst");
        }
        drafts.approve(draft, "approver", "同意");
        return draft;
    }

    /** Everything back to the first release. */
    public void undoAll() {
        for (PublishedRelease one : releases.published(1_000)) {
            if (!one.rolledBack() && one.number() > 1) {
                drafts.rollBack(one.number(), "approver", "测试结束");
            }
        }
    }

    private byte[] routing(String unitKind, String remark) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(releases.artifact(1, ROUTING)));
                var out = new ByteArrayOutputStream()) {
            for (var row : workbook.getSheetAt(0)) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals("R02")) {
                    row.forEach(cell -> {
                        if (cell.toString().equals("municipal-works")) {
                            cell.setCellValue(unitKind);
                        }
                    });
                    row.getCell(row.getLastCellNum() - 1).setCellValue("塌陷" + remark);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
