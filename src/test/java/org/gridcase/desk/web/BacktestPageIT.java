package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.backtest.ChangedTables;
import org.gridcase.past.WrittenPast;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Policy staff try a draft on the past and look at what would have been decided otherwise. */
@BrowserTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/backtest-page",
            "gridcase.demo.enabled=true"
        })
class BacktestPageIT {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String MINOR = "processes/case-handling/minor-event.dmn";
    private static final String FILING = "rules/filing/filing.drl.xlsx";

    private static boolean written;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aPast() {
        if (!written) {
            written = true;
            WrittenPast.in(context, "--days=30", "--until=" + LocalDate.now(), "--cases-per-day=300", "--seed=5");
        }
    }

    @Test
    void anAnalystTriesADraftAndLooksAtTheCases() {
        UUID draft = draft();
        try (var analyst = Browser.desktop().signIn(address(), "analyst").open(page(draft, ""))) {
            analyst.see(By.id("days")).clear();
            analyst.see(By.id("days")).sendKeys("40");
            new Select(analyst.see(By.id("district"))).selectByValue("");
            analyst.see(By.id("days")).sendKeys(Keys.ENTER);
            analyst.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已回测"));
            assertThat(analyst.see(By.cssSelector(".gc-bt-figures")).getText()).contains("案件", "有变化", "预计按期处置");
            Axe.assertNothingSerious(analyst.driver());
            analyst.screenshot("backtest-zh");
            analyst.run("document.querySelector('[data-aspect=UNIT_KIND]').scrollIntoView()");
            analyst.screenshot("backtest-zh-matrix");
            analyst.run("document.querySelector('.gc-bt-units').scrollIntoView()");
            analyst.screenshot("backtest-zh-units");
            analyst.run("window.scrollTo(0, document.body.scrollHeight)");
            analyst.screenshot("backtest-zh-end");

            String cell = "[data-aspect=UNIT_KIND] td a";
            long cases = Long.parseLong(
                    analyst.driver().findElement(By.cssSelector(cell)).getText().replace(",", ""));
            analyst.run("document.querySelector('" + cell + "').focus()");
            analyst.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            analyst.see(By.cssSelector(".gc-bt-cases"));
            assertThat(analyst.driver().findElements(By.cssSelector(".gc-bt-cases tbody tr")))
                    .hasSize((int) Math.min(50, cases));
            Axe.assertNothingSerious(analyst.driver());
            analyst.screenshot("backtest-cases-zh");
            String number =
                    analyst.see(By.cssSelector(".gc-bt-cases .gc-number")).getText();
            analyst.click(By.cssSelector(".gc-bt-cases .gc-number"));
            assertThat(analyst.see(By.tagName("main")).getText()).contains(number);

            analyst.open(address() + "/policy/drafts/" + draft);
            assertThat(analyst.see(By.cssSelector(".gc-steps")).getText()).contains("回测", "件有变化");
            analyst.screenshot("backtest-draft-zh");
        }
        look(Browser::englishDesktop, "backtest-en", draft);
        look(Browser::phone, "backtest-zh-phone", draft);
        look(Browser::englishPhone, "backtest-en-phone", draft);
    }

    @Test
    void whileItRunsThePageTellsHowFarItIsAndCancels() {
        UUID draft = draft();
        UUID run = UUID.randomUUID();
        jdbc.sql("""
                        insert into backtest (id, draft, files_sha256, days, district, classes, since, until, state, asked_by,
                          begun_at, beat_at, steps, done)
                        values (?, ?, 'x', 730, '', '', now(), now(), 'RUNNING', 'analyst', now(), now() + interval '1 hour', 730, 219)""").params(run, draft).update();
        try (var analyst = Browser.desktop().signIn(address(), "analyst").open(page(draft, ""))) {
            assertThat(analyst.see(By.id("progress")).getText()).contains("219 / 730");
            Axe.assertNothingSerious(analyst.driver());
            analyst.screenshot("backtest-running-zh");
            jdbc.sql("update backtest set done = 500 where id = ?").param(run).update();
            analyst.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.id("progress"), "500 / 730"));

            analyst.click(By.cssSelector("#progress .btn"));

            analyst.waitFor(driver -> jdbc.sql("select stop_asked from backtest where id = ?")
                    .param(run)
                    .query(Boolean.class)
                    .single());
            jdbc.sql("update backtest set state = 'CANCELLED', ended_at = now() where id = ?")
                    .param(run)
                    .update();
            analyst.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("main"), "没有留下结果"));
            analyst.screenshot("backtest-cancelled-zh");
        }
    }

    private void look(Supplier<Browser> kind, String name, UUID draft) {
        try (var browser = kind.get().signIn(address(), "approver").open(page(draft, ""))) {
            browser.see(By.cssSelector(".gc-bt-figures"));
            Axe.assertNothingSerious(browser.driver());
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling of " + name)
                    .isEqualTo(true);
            browser.screenshot(name);
            browser.run("document.querySelector('[data-aspect]').scrollIntoView()");
            browser.screenshot(name + "-matrix");
            browser.run("document.querySelector('.gc-bt-units').scrollIntoView()");
            browser.screenshot(name + "-units");
            browser.run("window.scrollTo(0, document.body.scrollHeight)");
            browser.screenshot(name + "-end");
        }
    }

    private UUID draft() {
        UUID draft = drafts.open("垃圾改派园林，时限缩短", "analyst");
        byte[] routing = ChangedTables.cell(releases.artifact(1, ROUTING), "R27", 'H', "landscape");
        routing = ChangedTables.cell(routing, "R27", 'I', "区级");
        drafts.put(draft, ROUTING, ChangedTables.cell(routing, "R37", 'H', "urban-management"), "analyst");
        drafts.put(draft, FILING, ChangedTables.cell(releases.artifact(1, FILING), "F05", 'G', 0.75), "analyst");
        drafts.put(
                draft,
                MINOR,
                new String(releases.artifact(1, MINOR), StandardCharsets.UTF_8)
                        .replaceFirst("\"M09010\",\"M09011\"", "\"M09011\"")
                        .getBytes(StandardCharsets.UTF_8),
                "analyst");
        for (String path : new String[] {EXAMPLES, "rules/filing/cases.csv"}) {
            String[] lines = new String(releases.artifact(1, path), StandardCharsets.UTF_8).split("\n");
            drafts.put(draft, path, (lines[0] + "\n" + lines[1]).getBytes(StandardCharsets.UTF_8), "analyst");
        }
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        return draft;
    }

    private String page(UUID draft, String query) {
        return address() + "/policy/drafts/" + draft + "/backtest" + query;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
