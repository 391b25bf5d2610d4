package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridcase.casework.Stage;
import org.gridcase.clock.Watches;
import org.gridcase.desk.Supervision;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@HttpCityTest
@BrowserTest
class NoticePagesIT {
    private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");
    private static final By COUNT = By.cssSelector("#bell .gc-bell-count");
    private static final String SUDDEN = "L01001";

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    Watches watches;

    @Autowired
    Supervision supervision;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void nobodyHasBeenTold() {
        jdbc.update("delete from notice");
    }

    @Test
    void aYellowLampRingsTheHoldersBellWithoutAReload() {
        CaseId id = handled("东风路口路面塌了一个坑");
        try (var home = Browser.desktop();
                var list = Browser.phone()) {
            home.signIn(http.address(), "handler").open(http.address() + "/home");
            home.see(By.id("bell"));
            home.run("window.kept = true");
            list.signIn(http.address(), "handler").open(http.address() + "/cases");
            list.see(By.id("bell"));
            assertThat(home.driver().findElements(COUNT)).isEmpty();

            nearlyDue(id);

            home.waitFor(ExpectedConditions.textToBe(COUNT, "1"));
            list.waitFor(ExpectedConditions.textToBe(COUNT, "1"));
            assertThat(home.run("return window.kept")).isEqualTo(true);

            home.click(By.id("bell"));
            assertThat(home.see(By.cssSelector(".gc-ring-new")).getText())
                    .contains("案件 " + flow.facts(id).number() + " 即将超时", "处置");
            Axe.assertNothingSerious(home.driver());
            home.screenshot("notices-zh");
            home.click(By.cssSelector(".gc-ring-new button"));
            home.waitFor(ExpectedConditions.urlContains("/cases/" + id));
            home.waitFor(any -> home.driver().findElements(COUNT).isEmpty());
            list.waitFor(any -> list.driver().findElements(COUNT).isEmpty());
            assertThat(home.see(By.className("gc-timeline")).getText()).contains("催办升级", "经办人");
            home.screenshot("notices-case-zh");
        }
    }

    @Test
    void theBellIsReadPageByPageInBothLanguagesOnAnyScreen() {
        for (int i = 0; i < 3; i++) {
            nearlyDue(handled("第 " + i + " 处路面塌陷"));
        }
        try (var browser = Browser.englishPhone()) {
            browser.signIn(http.address(), "handler").open(http.address() + "/notices");
            browser.waitFor(any ->
                    browser.driver().findElements(By.className("gc-ring")).size() == 3);
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("notices-en-phone");
            browser.click(By.cssSelector("#rings form button.btn-primary"));
            browser.waitFor(any -> browser.driver().findElements(COUNT).isEmpty());
            assertThat(browser.driver().findElements(By.className("gc-ring"))).hasSize(3);
            browser.click(By.cssSelector("main details summary"));
            browser.screenshot("notices-en-phone-read");
        }
        try (var browser = Browser.desktop()) {
            browser.signIn(http.address(), "analyst").open(http.address() + "/notices");
            assertThat(browser.see(By.className("gc-empty")).getText()).contains("没有提醒");
            browser.screenshot("notices-zh-none");
        }
    }

    @Test
    void anAdministratorSeesTheChannelsAndChangesWhatNoticesSay() {
        jdbc.update("update notice_channel set failures = 3, failing_since = now() - interval '20 minutes',"
                + " rests_until = now() + interval '1 minute', failure = 'unreachable' where channel = 'MAIL'");
        try (var browser = Browser.desktop()) {
            browser.signIn(http.address(), "admin").open(http.address() + "/admin/notices");
            browser.see(By.id("channel-MAIL"));
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("channels-zh");
            browser.click(By.cssSelector("details.gc-decision summary"));
            var title = browser.see(By.id("title-clock-yellow-zh-CN"));
            title.clear();
            title.sendKeys("速办 {number} {phone}");
            browser.click(By.cssSelector("details[open] form button"));
            assertThat(browser.see(By.cssSelector(".gc-note-bad")).getText()).contains("{number}");
            assertThat(browser.see(By.id("title-clock-yellow-zh-CN")).getAttribute("value"))
                    .as("nothing typed is lost")
                    .isEqualTo("速办 {number} {phone}");
            browser.screenshot("channels-zh-refused");
        } finally {
            jdbc.update(
                    "update notice_channel set failures = 0, failing_since = null, rests_until = null, failure = null");
        }
        try (var browser = Browser.englishPhone()) {
            browser.signIn(http.address(), "admin").open(http.address() + "/admin/notices");
            browser.see(By.id("channel-MAIL"));
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("channels-en-phone");
        }
    }

    @Test
    void aSupervisorTakesACaseUnderWatchTheUnitRepliesAndIsJudged() {
        CaseId id = handled("健康路路面塌陷多日");
        try (var supervisor = Browser.desktop();
                var handler = Browser.desktop()) {
            supervisor.signIn(http.address(), "supervisor").open(http.address() + "/cases/" + id);
            press(supervisor, By.cssSelector("#watch summary"));
            supervisor.see(By.id("watch-reason")).sendKeys("居民连续三次反映");
            supervisor.see(By.id("watch-orders")).sendKeys("今天必须回填，恢复通行");
            Axe.assertNothingSerious(supervisor.driver());
            supervisor.screenshot("watch-form-zh");
            press(supervisor, By.cssSelector("#watch form button"));
            assertThat(supervisor
                            .see(By.cssSelector(".gc-case-head .gc-watched"))
                            .getText())
                    .contains("督办");
            assertThat(supervisor.see(By.id("watch-now")).getText()).contains("今天必须回填", "等待回复");
            supervisor.run("document.getElementById('watch-now').scrollIntoView({block: 'center'})");
            supervisor.screenshot("watch-case-zh");

            handler.signIn(http.address(), "handler");
            reply(handler, id);
            supervisor.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.id("watch-now"), "已回复，等待认定"));

            supervisor.open(tasklist("supervisor", id, "judgeWatch"));
            assertThat(supervisor.see(By.cssSelector(".gc-timeline")).getText()).contains("今晚八点前办结");
            press(supervisor, By.cssSelector("[ng-click='claim()']"));
            supervisor.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));
            press(supervisor, By.cssSelector("gc-choice input[value='settled']"));
            supervisor.screenshot("watch-judge-tasklist-zh");
            press(supervisor, COMPLETE);
            supervisor.waitFor(any -> watches.of(id).isEmpty());
            assertThat(flow.facts(id).stage())
                    .as("the case itself has not moved")
                    .isEqualTo(Stage.HANDLING);
        }
        lookAtAWatchedCase();
    }

    private void reply(Browser handler, CaseId id) {
        handler.open(tasklist("handler", id, "replyToWatch"));
        assertThat(handler.see(By.cssSelector(".gc-timeline")).getText()).contains("今天必须回填");
        press(handler, By.cssSelector("[ng-click='claim()']"));
        handler.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));
        handler.see(By.id("gc-reply")).sendKeys("今晚八点前办结");
        handler.screenshot("watch-reply-tasklist-zh");
        press(handler, COMPLETE);
        handler.waitFor(any -> watches.of(id).orElseThrow().repliedBy() != null);
    }

    private void lookAtAWatchedCase() {
        CaseId id = handled("体育场西门外地面塌陷");
        supervision.watch(id, "supervisor", "复查发现仍在", "当天围挡，三天内修复", 24);
        try (var browser = Browser.englishPhone()) {
            browser.signIn(http.address(), "supervisor").open(http.address() + "/cases/" + id);
            browser.see(By.id("watch-now"));
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("watch-case-en-phone");
            browser.open(http.address() + "/cases");
            browser.see(By.className("gc-watched"));
            browser.screenshot("watch-cases-en-phone");
        }
    }

    private String tasklist(String account, CaseId id, String key) {
        String task = inbox.of(actors.of(account), id).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
        return http.address() + "/camunda/app/tasklist/default/#/?task=" + task;
    }

    private static void press(Browser browser, By what) {
        browser.waitFor(ExpectedConditions.presenceOfElementLocated(what));
        var element = browser.driver().findElement(what);
        ((JavascriptExecutor) browser.driver())
                .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        browser.click(what);
    }

    /** The sweep that is running finds it within two seconds. */
    private void nearlyDue(CaseId id) {
        jdbc.update("update case_clock set yellow_at = now() where case_id = ? and clock = 'HANDLING'", id.value());
    }

    private CaseId handled(String words) {
        CaseId id = flow.report(words, SUDDEN).caseId();
        flow.awaitTask("filing", id);
        flow.completeNow(
                "filing",
                flow.task("filing", id).id(),
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.completeNow(
                "dispatch",
                flow.awaitTask("dispatch", id).id(),
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        flow.awaitTask("handler", id);
        return id;
    }
}
