package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.time.Duration;
import java.util.List;
import org.gridcase.clock.ClockState;
import org.gridcase.clock.Clocks;
import org.gridcase.clock.Kind;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequests;
import org.gridcase.clock.TimeWalks;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@BrowserCityTest
class TimeRequestsIT {
    private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");
    private static final By REQUESTS = By.id("requests");

    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    TimeRequests requests;

    @Autowired
    Clocks clocks;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void anExtensionIsAskedForOnTheCasesPageGrantedInTheTasklistAndSeenOnThePage() {
        CaseId id = CaseWalks.dispatched(flow, "航海路与中州大道交叉口路面塌陷，约两米见方");
        try (var handler = Browser.desktop();
                var supervisor = Browser.desktop()) {
            handler.signIn(at(""), "handler").open(at("/cases/" + id));
            press(handler, By.xpath("//section[@id='asking']//summary[contains(., '申请延期')]"));
            handler.see(By.id("amount-EXTENSION")).sendKeys("2");
            handler.see(By.id("why-EXTENSION")).sendKeys("回填料要等到下午才能进场，现场已围挡");
            Axe.assertNothingSerious(handler.driver());
            handler.screenshot("request-asking-zh");
            press(handler, By.cssSelector("form:has(#why-EXTENSION) button[type=submit]"));
            handler.waitFor(urlContains("#requests"));
            assertThat(handler.see(REQUESTS).getText()).contains("延期 2 紧急工作时", "待审批");
            handler.screenshot("request-pending-zh");

            String task = flow.task("supervisor", id).id();
            supervisor.signIn(at(""), "supervisor").open(at("/camunda/app/tasklist/default/#/?task=" + task));
            supervisor.waitFor(textToBePresentInElementLocated(By.tagName("gc-request"), "罗成岳"));
            press(supervisor, By.cssSelector("[ng-click='claim()']"));
            supervisor.waitFor(elementToBeClickable(COMPLETE));
            press(supervisor, By.cssSelector("gc-choice input[value='granted']"));
            supervisor.see(By.id("gc-reason")).sendKeys("已核实进场时间");
            supervisor.screenshot("request-tasklist-zh");
            press(supervisor, COMPLETE);

            handler.waitFor(textToBePresentInElementLocated(REQUESTS, "已同意"));
            assertThat(handler.see(REQUESTS).getText()).contains("方敬亭", "已核实进场时间");
            assertThat(handler.see(By.className("gc-timeline")).getText()).contains("申请延期", "同意延期");
            Axe.assertNothingSerious(handler.driver());
            handler.screenshot("request-granted-zh");
        }
        ClockState clock = clocks.of(id, Kind.HANDLING).orElseThrow();
        assertThat(clock.budget()).isEqualTo(Duration.ofHours(4));
        assertThat(clock.extensions()).isEqualTo(1);
    }

    @Test
    void aSuspensionIsGrantedOnAPhoneAndThePagesReadWellInBothLanguages() {
        CaseId id = CaseWalks.dispatched(flow, "陇海路人行道塌陷，下方有燃气管线");
        requests.ask(id, TimeMove.SUSPENSION, 45, "燃气公司改线后才能开挖，工期四十五天", "handler");
        String task = flow.task("supervisor", id).id();
        try (var phone = Browser.phone()) {
            phone.signIn(at(""), "supervisor").open(at("/my/" + task));
            phone.waitFor(textToBePresentInElementLocated(By.tagName("gc-request"), "45 自然日"));
            Axe.assertNothingSerious(phone.driver());
            phone.screenshot("request-my-390-zh");
            press(phone, By.cssSelector("gc-choice input[value='granted']"));
            press(phone, By.id("send"));
            phone.waitFor(any -> requests.open(id).isEmpty());
        }
        CaseId late = new TimeWalks(flow, jdbc).closed("农业路塌陷，等管线单位停气后修复", true);
        try (var phone = Browser.phone();
                var desktop = Browser.englishDesktop();
                var englishPhone = Browser.englishPhone()) {
            for (var browser : List.of(phone, desktop, englishPhone)) {
                String size = browser == desktop ? "1280" : "390";
                String language = browser == phone ? "zh" : "en";
                browser.signIn(at(""), "handler").open(at("/cases/" + id));
                look(browser, "#requests", "request-suspended-" + size + "-" + language);
                press(browser, By.cssSelector("#asking summary"));
                look(browser, "#asking", "request-resume-" + size + "-" + language);
                browser.open(at("/cases/" + late));
                press(browser, By.cssSelector("#asking summary"));
                look(browser, "#asking", "request-appeal-" + size + "-" + language);
            }
            phone.open(at("/my/" + flow.task("handler", id).id()));
            look(phone, "#holding", "request-my-handler-390-zh");
        }
    }

    private static void look(Browser browser, String part, String name) {
        browser.see(By.cssSelector(part));
        ((JavascriptExecutor) browser.driver())
                .executeScript("document.querySelector(arguments[0]).scrollIntoView({block: 'start'})", part);
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits")
                .isEqualTo(true);
        Axe.assertNothingSerious(browser.driver());
        browser.screenshot(name);
    }

    /** In the middle of the window, clear of the bars at its edges. */
    private static void press(Browser browser, By what) {
        var element = browser.see(what);
        ((JavascriptExecutor) browser.driver())
                .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        browser.click(what);
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
