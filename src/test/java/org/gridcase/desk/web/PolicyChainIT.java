package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gridcase.backtest.Backtests;
import org.gridcase.grid.Units;
import org.gridcase.policy.DraftMaker;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Policy changes while the city runs: an analyst changes a table and a gateway and tries them on the past, an approver
 * publishes them and takes them back, and every report goes by what was in force when it came.
 */
@BrowserTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/policy-chain",
            "gridcase.demo.enabled=true"
        })
@Import(Flow.class)
class PolicyChainIT {
    private static final String COLLAPSE = "L01001";
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";
    private static final int UNIT_KIND = 7;

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Autowired
    Units units;

    @Autowired
    Flow flow;

    @TempDir
    Path files;

    @AfterEach
    void end() {
        new DraftMaker(drafts, releases, backtests).undoAll();
    }

    @Test
    void theNextReportTakesTheNewWayAndAfterOneClickTheOldOneAgain() throws IOException {
        CaseId first = filed(reported());
        CaseId second = filed(reported());
        CaseId accepted = flow.report("东风路口路面塌了", COLLAPSE).caseId();
        assertThat(kind(first)).isEqualTo("municipal-works");

        UUID draft;
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            draft = begin(analyst);
            changeRow(analyst, draft);
            changeGateway(analyst, draft);
            check(analyst, draft);
            tryOnThePast(analyst, draft, first, second);
        }
        try (var approver = Browser.desktop().signIn(address(), "approver")) {
            int release = approveAndPublish(approver, draft);

            CaseId next = reported();
            assertThat(flow.facts(next).release()).isEqualTo(release);
            assertThat(flow.task("filing", next).key())
                    .as("a person looks first")
                    .isEqualTo("classifyCase");
            flow.complete("filing", next, "outcome", "classified", "serviceCode", COLLAPSE, "reason", "照片上看得出");
            assertThat(kind(filed(next))).isEqualTo("water");
            look("policy-chain-new-way-zh", next, release);

            flow.run(accepted);
            assertThat(flow.facts(accepted).release()).isEqualTo(1);
            assertThat(flow.task("filing", accepted).key())
                    .as("the way it was when it was reported")
                    .isEqualTo("fileCase");
            assertThat(kind(filed(accepted))).isEqualTo("municipal-works");

            rollBack(approver, release);

            CaseId last = reported();
            assertThat(flow.facts(last).release()).isEqualTo(1);
            assertThat(flow.task("filing", last).key()).isEqualTo("fileCase");
            assertThat(kind(filed(last))).isEqualTo("municipal-works");
            look("policy-chain-old-way-zh", last, 1);
            assertThat(flow.facts(next).release())
                    .as("what was reported meanwhile keeps to it")
                    .isEqualTo(release);
            assertThat(kind(next)).isEqualTo("water");
        }
    }

    private UUID begin(Browser analyst) {
        analyst.open(address() + "/policy").see(By.id("title")).sendKeys("塌陷改派供水，类别先由人看");
        analyst.click(By.cssSelector("form[action$='/policy/drafts'] .btn-primary"));
        analyst.waitFor(urlContains("/policy/drafts/"));
        String path = Objects.requireNonNull(analyst.driver().getCurrentUrl()).replaceAll("[?#].*", "");
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The row for collapses, and the example that goes with it. */
    private void changeRow(Browser analyst, UUID draft) throws IOException {
        analyst.click(By.cssSelector("a[href*='/table?'][href*='routing.drl.xlsx']"));
        analyst.see(By.cssSelector(".gc-sheet[data-ready] td[data-c='0']"));
        analyst.click(By.cssSelector(
                ".gc-sheet-table tbody tr:nth-child(" + place(analyst, "R02") + ") td[data-c='" + UNIT_KIND + "']"));
        analyst.run("const data = new DataTransfer(); data.setData('text/plain', 'water\\t区级');"
                + "document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                + " {clipboardData: data, bubbles: true, cancelable: true}))");
        analyst.click(By.cssSelector("[data-save]"));
        analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-notes]"), "每个单元格都符合要求"));
        analyst.screenshot("policy-chain-table-zh");

        Path examples = files.resolve("cases.csv");
        String before = new String(drafts.file(draft, EXAMPLES), StandardCharsets.UTF_8);
        Files.writeString(examples, before.replace("R02,municipal-works,DISTRICT", "R02,water,DISTRICT"));
        analyst.open(page(draft)).see(By.id("path")).sendKeys(EXAMPLES);
        analyst.see(By.id("file")).sendKeys(examples.toString());
        analyst.click(By.cssSelector("form[action$='/file'] button"));
        analyst.waitFor(urlContains("done"));
    }

    private static long place(Browser analyst, String row) {
        Object found = analyst.run("return [...document.querySelectorAll(\".gc-sheet-table td[data-c='0']\")]"
                + ".findIndex(one => one.textContent === '" + row + "') + 1");
        assertThat(found).isInstanceOf(Long.class).isNotEqualTo(0L);
        return (Long) Objects.requireNonNull(found);
    }

    /** Taken as proposed in one district only; everywhere else the gateway's default, which is to ask a person. */
    private void changeGateway(Browser analyst, UUID draft) {
        analyst.click(By.cssSelector("a[href*='/model?'][href*='case-handling.bpmn']"));
        analyst.waitFor(
                driver -> "yes".equals(driver.findElement(By.tagName("body")).getDomAttribute("data-ready")));
        pickFlow(analyst, "classUnsure");
        new Select(analyst.see(By.id("bio-properties-panel-conditionType"))).selectByValue("");
        analyst.click(By.cssSelector(".djs-context-pad [data-action='replace']"));
        analyst.click(By.cssSelector(".djs-popup [data-id='replace-with-default-flow']"));

        pickFlow(analyst, "classFound");
        WebElement condition = analyst.see(By.id("bio-properties-panel-conditionExpression"));
        condition.clear();
        condition.sendKeys("${classified and district == '410103'}");
        condition.sendKeys(Keys.chord(Keys.CONTROL, "s"));
        analyst.waitFor(textToBePresentInElementLocated(By.id("state"), "已保存"));
        assertThat(analyst.driver().findElement(By.id("findings")).isDisplayed())
                .isFalse();
        analyst.waitFor(textToBePresentInElementLocated(By.id("changes"), "默认流"));
        assertThat(analyst.see(By.id("changes")).getText()).contains("${classified and district == '410103'}");
        analyst.screenshot("policy-chain-gateway-zh");
        assertThat(new String(drafts.file(draft, FLOW), StandardCharsets.UTF_8)).contains("default=\"classUnsure\"");
    }

    /** With the mouse on the drawing, a little beside its name, and its condition in the panel. */
    private static void pickFlow(Browser analyst, String id) {
        Object at = analyst.run("""
                const studio = document.getElementById('canvas').studio, canvas = studio.get('canvas');
                const flow = studio.get('elementRegistry').get('%s'), [from, to] = flow.waypoints;
                canvas.zoom(1);
                canvas.scrollToElement(flow, 200);
                const seen = canvas.viewbox(), box = canvas.getContainer().getBoundingClientRect();
                return [(3 * from.x + to.x) / 4 - seen.x + box.left, (3 * from.y + to.y) / 4 - seen.y + box.top + 6].map(Math.round)""".formatted(id));
        List<Integer> point = ((List<?>) Objects.requireNonNull(at))
                .stream().map(one -> ((Number) one).intValue()).toList();
        new Actions(analyst.driver())
                .moveToLocation(point.get(0), point.get(1))
                .click()
                .perform();
        analyst.waitFor(any -> id.equals(analyst.run("return document.getElementById('canvas').studio.get('selection')"
                + ".get().map(one => one.id).join()")));
        By header =
                By.cssSelector("[data-group-id='group-CamundaPlatform__Condition'] .bio-properties-panel-group-header");
        if (!String.valueOf(analyst.see(header).getDomAttribute("class")).contains("open")) {
            analyst.click(header);
        }
    }

    private void check(Browser analyst, UUID draft) {
        analyst.open(page(draft));
        assertThat(analyst.see(By.id("main")).getText()).contains("已改");
        analyst.click(By.cssSelector("form[action$='/check'] button"));
        analyst.waitFor(textToBePresentInElementLocated(By.tagName("h1"), "已检查"));
        analyst.screenshot("policy-chain-checked-zh");
    }

    private void tryOnThePast(Browser analyst, UUID draft, CaseId... changing) {
        analyst.click(By.cssSelector("a[href$='/backtest']"));
        analyst.see(By.id("days")).clear();
        analyst.see(By.id("days")).sendKeys("1");
        new Select(analyst.see(By.id("district"))).selectByValue("410102");
        analyst.see(By.id("days")).sendKeys(Keys.ENTER);
        analyst.waitFor(textToBePresentInElementLocated(By.tagName("h1"), "已回测"));
        By cell = By.cssSelector("[data-aspect=UNIT_KIND] td a[href*='becomes=water']");
        assertThat(Long.parseLong(analyst.see(cell).getText())).isGreaterThanOrEqualTo(changing.length);
        analyst.run("document.querySelector('[data-aspect=UNIT_KIND]').scrollIntoView({block: 'center'})");
        analyst.screenshot("policy-chain-matrix-zh");
        Axe.assertNothingSerious(analyst.driver());
        analyst.click(cell);
        String cases = analyst.see(By.cssSelector(".gc-bt-cases")).getText();
        for (CaseId one : changing) {
            assertThat(cases).contains(flow.facts(one).number());
        }

        analyst.open(page(draft));
        assertThat(analyst.see(By.id("main")).getText()).contains("等另一人审批");
        assertThat(analyst.driver().findElements(By.cssSelector("form[action$='/approve'] .btn-primary")))
                .as("not by whoever drew it up")
                .isEmpty();
        analyst.screenshot("policy-chain-tried-zh");
    }

    private int approveAndPublish(Browser approver, UUID draft) {
        approver.open(page(draft)).see(By.id("why")).sendKeys("与两家单位商定，先试行");
        approver.click(By.cssSelector("form[action$='/approve'] .btn-primary"));
        approver.waitFor(textToBePresentInElementLocated(By.tagName("h1"), "已批准"));
        approver.screenshot("policy-chain-approved-zh");
        approver.click(By.cssSelector("#publishing .btn-primary"));
        approver.waitFor(textToBePresentInElementLocated(By.tagName("h1"), "已发布"));
        approver.screenshot("policy-chain-published-zh");
        return Objects.requireNonNull(drafts.get(draft).release());
    }

    private void rollBack(Browser approver, int release) {
        String form = "form[action$='/releases/" + release + "/roll-back']";
        approver.open(address() + "/policy").click(By.cssSelector("details:has(" + form + ") summary"));
        approver.see(By.id("why-" + release)).sendKeys("供水人手不够");
        approver.screenshot("policy-chain-roll-back-zh");
        approver.click(By.cssSelector(form + " .btn-danger"));
        approver.waitFor(urlContains("/policy?done"));
        approver.screenshot("policy-chain-rolled-back-zh");
    }

    /** The case's page says which release decided about the unit. */
    private void look(String name, CaseId id, int release) {
        try (var supervisor = Browser.desktop().signIn(address(), "supervisor")) {
            supervisor.open(address() + "/cases/" + id);
            String unit = units.find(String.valueOf(flow.facts(id).proposedUnit()))
                    .orElseThrow()
                    .name();
            assertThat(supervisor.see(By.id("why")).getText()).contains(unit, "第 " + release + " 版");
            supervisor.run("document.getElementById('why').lastElementChild.scrollIntoView({block: 'end'})");
            supervisor.screenshot(name);
        }
    }

    private CaseId reported() {
        CaseId id = flow.report("东风路口路面塌了一个坑", COLLAPSE).caseId();
        flow.run(id);
        return id;
    }

    private CaseId filed(CaseId id) {
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        assertThat(flow.task("dispatch", id).key()).isEqualTo("dispatchCase");
        return id;
    }

    /** Of the unit that policy proposes. */
    private String kind(CaseId id) {
        return units.find(String.valueOf(flow.facts(id).proposedUnit()))
                .orElseThrow()
                .kind();
    }

    private String page(UUID draft) {
        return address() + "/policy/drafts/" + draft;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
