package org.gridcase.clock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridcase.clock.Watches;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What workers see of deadlines in the Tasklist. */
@BrowserCityTest
class TasklistDeadlinesIT {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final By LEFT = By.cssSelector(".gc-tasklist-card .gc-left");

    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    Watches watches;

    @Autowired
    JdbcClient jdbc;

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private CaseId minorCase() {
        CaseId id = flow.report("电线杆上贴了小广告", "M07001").caseId();
        flow.run(id);
        return id;
    }

    /** As if so many minutes of its time were left. */
    private CaseId left(int minutes) {
        CaseId id = minorCase();
        jdbc.sql("""
                        update case_clock set running_since = now() - budget_ms * interval '1 ms' + :left * interval '1 minute',
                          due_at = now() + :left * interval '1 minute', yellow_at = now() - interval '1 minute'
                        where case_id = :id and state = 'RUNNING'""").param("left", minutes).param("id", id.value()).update();
        return id;
    }

    private String form(String account, CaseId id) {
        return at(TASKLIST + "#/?task=" + flow.task(account, id).id());
    }

    private static List<String> texts(Browser browser, By what) {
        return browser.driver().findElements(what).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void everyCardAndTheTaskTellWhatIsLeftAndOneAnswerServesTheList() {
        left(25);
        left(-2 * 24 * 60 - 5);
        CaseId id = minorCase();
        watches.begin(id, "supervisor", "多次投诉", "今天清理", 4);
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(form("worker", id));
            browser.see(LEFT);
            browser.waitFor(any -> texts(browser, LEFT).stream().anyMatch(text -> text.contains("超时 2 天")));
            assertThat(texts(browser, LEFT))
                    .anyMatch(text -> text.matches("还剩 2\\d 分钟"))
                    .anyMatch(text -> text.startsWith("还剩 3 小时"));
            assertThat(browser.see(By.cssSelector(".gc-facts .gc-left")).getText())
                    .startsWith("还剩");
            assertThat(texts(browser, By.cssSelector(".gc-tasklist-card .gc-watched")))
                    .containsExactly("督办");
            assertThat(browser.run("return performance.getEntriesByType('resource')"
                            + ".filter(one => one.name.includes('/work/tasks?')).length"))
                    .as("one answer for the whole list")
                    .isEqualTo(1L);
            browser.screenshot("tasklist-deadlines");
            Axe.assertNothingSerious(browser.driver());
        }
    }

    @Test
    void theListCanBeSortedByWhatIsDueAndFilteredByWhatIsOver() {
        CaseId over = left(-90);
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(at(TASKLIST)).see(LEFT);
            browser.click(By.cssSelector(".new-sort a, .new-sort .dropdown-toggle"));
            browser.waitFor(any -> String.valueOf(browser.run("return document.body.innerText"))
                    .contains("到期时间"));
            browser.screenshot("tasklist-sort");
            browser.open(at("/gridcase/theme.css")).open(at(TASKLIST)).see(LEFT);
            browser.waitFor(any -> jdbc.sql("select count(*) from case_clock where case_id = ? and lamp = 'RED'")
                            .param(over.value())
                            .query(Long.class)
                            .single()
                    == 1);
            browser.click(By.linkText("已超时"));
            String number = flow.facts(over).number();
            browser.waitFor(any -> String.valueOf(browser.run("return document.body.innerText"))
                    .contains(number));
            browser.waitFor(any -> texts(browser, LEFT).stream().allMatch(text -> text.contains("超时")));
        }
    }

    @Test
    void timeGoesOnWithoutAskingAgain() {
        CaseId id = left(25);
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(form("worker", id));
            browser.see(By.cssSelector(".gc-facts .gc-left"));
            String before = browser.see(By.cssSelector(".gc-facts .gc-left")).getText();
            // what is shown is counted from the page's own clock
            browser.run("const real = performance.now.bind(performance); performance.now = () => real() + 30 * 60000");
            browser.waitFor(
                    ExpectedConditions.not(ExpectedConditions.textToBe(By.cssSelector(".gc-facts .gc-left"), before)));
            assertThat(browser.see(By.cssSelector(".gc-facts .gc-left")).getText())
                    .startsWith("超时");
            assertThat(browser.driver().findElements(By.cssSelector(".gc-facts .gc-lamp-red")))
                    .hasSize(1);
        }
    }

    @Test
    void onAPhoneAndInEnglishItIsToldToo() {
        CaseId id = left(100);
        try (var browser = Browser.englishPhone()) {
            browser.signIn(at(""), "worker").open(at(TASKLIST)).see(LEFT);
            assertThat(texts(browser, LEFT)).allMatch(text -> text.matches(".*(left|over|No limit runs)"));
            browser.screenshot("tasklist-deadlines-phone");
            Axe.assertNothingSerious(browser.driver());
            browser.open(form("worker", id)).see(By.cssSelector(".gc-facts .gc-left"));
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            browser.screenshot("tasklist-deadline-phone");
        }
    }
}
