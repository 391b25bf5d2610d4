package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gridcase.backtest.Backtests;
import org.gridcase.policy.DraftMaker;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Policy staff change the routing table and the flow while the city runs, and take it back. */
@BrowserCityTest
class PolicyPageIT {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Flow flow;

    @Autowired
    Releases releases;

    @Autowired
    Drafts drafts;

    @Autowired
    Backtests backtests;

    @AfterEach
    void theFirstAgain() {
        new DraftMaker(drafts, releases, backtests).undoAll();
    }

    @Test
    void theNextReportTakesTheNewWayAndAfterRollingBackTheOld() throws IOException {
        String draft;
        try (var analyst = Browser.desktop().signIn(address(), "analyst").open(address() + "/policy")) {
            analyst.see(By.id("title")).sendKeys("塌陷改派水务，回访等两周");
            analyst.click(By.cssSelector(".gc-leave .btn-primary"));
            analyst.see(By.id("path"));
            draft = String.valueOf(analyst.driver().getCurrentUrl()).replaceFirst("\\?.*", "");
            put(
                    analyst,
                    FLOW,
                    file(
                            "flow.bpmn",
                            new String(releases.artifact(1, FLOW), StandardCharsets.UTF_8)
                                    .replace("${route}", "${cases.close()}")));
            analyst.click(By.cssSelector(".gc-actions .btn"));
            assertThat(analyst.see(By.cssSelector(".gc-wrong")).getText()).contains(FLOW, "route", "自动步骤须是程序已有的步骤");
            analyst.screenshot("policy-refused-zh");
            Axe.assertNothingSerious(analyst.driver());

            put(
                    analyst,
                    FLOW,
                    file(
                            "flow.bpmn",
                            new String(releases.artifact(1, FLOW), StandardCharsets.UTF_8).replace(">P7D<", ">P14D<")));
            put(analyst, ROUTING, routing());
            put(
                    analyst,
                    EXAMPLES,
                    file(
                            "cases.csv",
                            new String(releases.artifact(1, EXAMPLES), StandardCharsets.UTF_8)
                                    .replace("R02,municipal-works", "R02,water")));
            analyst.click(By.cssSelector(".gc-actions .btn"));
            analyst.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已检查"));
            analyst.screenshot("policy-draft-zh");
            assertThat(analyst.driver().findElements(By.cssSelector("form[action$='/publish']")))
                    .isEmpty();
            analyst.click(By.cssSelector(".gc-actions a[href$='/backtest']"));
            analyst.click(By.cssSelector("form[action$='/backtest'] .btn-primary"));
            analyst.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已回测"));
        }
        assertThat(unitKind()).contains("municipal-works");
        try (var approver = Browser.desktop().signIn(address(), "approver").open(draft)) {
            approver.see(By.id("why")).sendKeys("已与水务处商定");
            approver.click(By.cssSelector(".gc-leave .btn-primary"));
            approver.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已批准"));
            approver.click(By.cssSelector(".gc-actions form[action$='/publish'] .btn-primary"));
            approver.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已发布"));
            assertThat(unitKind()).contains("water");

            approver.open(address() + "/policy");
            Axe.assertNothingSerious(approver.driver());
            approver.screenshot("policy-zh");
            approver.click(By.cssSelector(".gc-policy summary"));
            approver.see(By.cssSelector(".gc-policy input[name=why]")).sendKeys("水务处不接");
            approver.click(By.cssSelector(".gc-policy .btn-danger"));
            approver.waitFor(ExpectedConditions.urlContains("done"));
            assertThat(unitKind()).contains("municipal-works");
        }
        look(Browser::englishDesktop, "policy-en", draft);
        look(Browser::phone, "policy-zh-phone", draft);
        look(Browser::englishPhone, "policy-en-phone", draft);
    }

    private void look(Supplier<Browser> kind, String name, String draft) {
        try (var browser = kind.get().signIn(address(), "approver")) {
            for (String page :
                    new String[] {"/policy", draft.substring(address().length())}) {
                browser.open(address() + page).see(By.tagName("h1"));
                Axe.assertNothingSerious(browser.driver());
                assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling of " + name)
                        .isEqualTo(true);
                browser.screenshot(name + (page.equals("/policy") ? "" : "-draft"));
            }
        }
    }

    private static void put(Browser browser, String path, Path file) {
        browser.see(By.id("path")).clear();
        browser.see(By.id("path")).sendKeys(path);
        browser.see(By.id("file")).sendKeys(file.toString());
        browser.click(By.cssSelector("form[action$='/file'] .btn"));
        browser.waitFor(ExpectedConditions.urlContains("done"));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path routing() throws IOException {
        Path file = folder.resolve("routing.drl.xlsx");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(releases.artifact(1, ROUTING)));
                var out = Files.newOutputStream(file)) {
            for (var row : workbook.getSheetAt(0)) {
                if (row.getCell(0) != null && row.getCell(0).toString().equals("R02")) {
                    row.forEach(cell -> {
                        if (cell.toString().equals("municipal-works")) {
                            cell.setCellValue("water");
                        }
                    });
                }
            }
            workbook.write(out);
        }
        return file;
    }

    /** Of whichever unit the next collapse is proposed to. */
    private String unitKind() {
        CaseId id = flow.report("路面塌陷", "L01001").caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.run(id);
        return String.valueOf(flow.facts(id).proposedUnit());
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
