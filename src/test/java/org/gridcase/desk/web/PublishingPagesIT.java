package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.backtest.Backtests;
import org.gridcase.grid.Grids;
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
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An approver publishes for a district, widens, lets running cases follow, and takes back. */
@BrowserCityTest
class PublishingPagesIT {
    private static final By SUMMARY = By.cssSelector("#publishing summary");
    private static final By HERE = By.cssSelector("input[name=districts][value='410102']");

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    Backtests backtests;

    @Autowired
    Flow flow;

    @Autowired
    Grids grids;

    @AfterEach
    void end() {
        new DraftMaker(drafts, releases, backtests).undoAll();
    }

    @Test
    void aReleaseIsTriedInADistrictWidenedFollowedByRunningCasesAndTakenBack() {
        CaseId waiting = atFiling();
        CaseId between = atFiling();
        flow.completeNow(
                "filing",
                flow.task("filing", between).id(),
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(between).proposedRow()));
        UUID draft = new DraftMaker(drafts, releases, backtests)
                .flow("匹配责任单位改名，回访等两周", it -> it.replace("\"route\"", "\"routeCase\"")
                        .replace(">P7D<", ">P14D<"));
        String page = "/policy/drafts/" + draft;
        look("publishing-draft", page);
        int release;
        try (var approver = Browser.desktop().signIn(address(), "approver").open(address() + page)) {
            approver.click(SUMMARY);
            approver.click(HERE);
            approver.screenshot("publishing-choose-zh");
            Axe.assertNothingSerious(approver.driver());
            approver.click(By.cssSelector("#publishing .btn-primary"));
            approver.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已发布"));
            release = Objects.requireNonNull(drafts.get(draft).release());
            assertThat(approver.see(By.id("publishing")).getText()).contains("第 " + release + " 版", "就绪");
            assertThat(releases.inForce("410102").number()).isEqualTo(release);
            assertThat(releases.inForce().number()).isEqualTo(1);
            approver.screenshot("publishing-done-zh");

            approver.click(By.cssSelector("#publishing a"));
            assertThat(approver.see(By.tagName("main")).getText())
                    .contains("现行", grids.area("410102").orElseThrow().name());
            approver.see(By.id("widen-why")).sendKeys("试行一周，可行");
            look("publishing-release", "/policy/releases/" + release);
            approver.click(By.cssSelector("form[action$='/widen'] .btn"));
            approver.waitFor(ExpectedConditions.urlContains("done"));
            assertThat(releases.inForce().number()).isEqualTo(release);

            approver.open(address() + "/policy/releases/" + release + "/cases");
            assertThat(approver.see(By.cssSelector(".gc-policy")).getText()).contains("立案", "可以", "匹配责任单位", "本版没有这一环节");
            look("publishing-cases", "/policy/releases/" + release + "/cases");
            approver.see(By.id("why")).sendKeys("按新流程办");
            approver.click(By.cssSelector("form[action$='/cases'] .btn-primary"));
            approver.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.id("run"), "上次转的结果"));
            assertThat(flow.facts(waiting).release()).isEqualTo(release);
            assertThat(flow.facts(between).release()).isEqualTo(1);
            look("publishing-moved", "/policy/releases/" + release + "/cases");
            try (var supervisor = Browser.desktop().signIn(address(), "supervisor")) {
                supervisor.open(address() + "/cases/" + waiting);
                assertThat(supervisor.see(By.tagName("main")).getText()).contains("转到另一政策版本");
                supervisor.screenshot("publishing-case-zh");
            }

            look("publishing-policy", "/policy");
            approver.open(address() + "/policy/releases/" + release);
            approver.see(By.id("back-why")).sendKeys("水务处不接");
            approver.click(By.cssSelector("form[action$='/roll-back'] .btn"));
            approver.waitFor(ExpectedConditions.urlContains("/policy?done"));
            assertThat(releases.inForce("410102").number()).isEqualTo(1);
        }
    }

    @Test
    void aScheduledReleaseIsShownAndCalledOff() {
        UUID draft =
                new DraftMaker(drafts, releases, backtests).changed("定时的改动", "forms/handleCase.form", it -> it + " ");
        try (var approver =
                Browser.desktop().signIn(address(), "approver").open(address() + "/policy/drafts/" + draft)) {
            approver.click(SUMMARY);
            approver.see(By.id("publish-from"));
            approver.run("document.getElementById('publish-from').value = '"
                    + LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3) + "T08:00'");
            approver.click(By.cssSelector("#publishing .btn-primary"));
            approver.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已发布"));
            int release = Objects.requireNonNull(drafts.get(draft).release());
            assertThat(releases.inForce().number()).isEqualTo(1);
            approver.open(address() + "/policy/releases/" + release);
            assertThat(approver.see(By.tagName("main")).getText()).contains("待生效", "08:00 起");
            look("publishing-scheduled", "/policy/releases/" + release);
            approver.see(By.id("off-why")).sendKeys("推迟");
            approver.click(By.cssSelector("form[action$='/call-off'] .btn"));
            approver.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), "已撤回"));
        }
    }

    private void look(String name, String path) {
        look(Browser::desktop, name + "-zh", path);
        look(Browser::englishDesktop, name + "-en", path);
        look(Browser::phone, name + "-zh-phone", path);
        look(Browser::englishPhone, name + "-en-phone", path);
    }

    private void look(Supplier<Browser> kind, String name, String path) {
        try (var browser = kind.get().signIn(address(), "approver")) {
            browser.open(address() + path).see(By.tagName("h1"));
            Axe.assertNothingSerious(browser.driver());
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling of " + name)
                    .isEqualTo(true);
            browser.screenshot(name);
        }
    }

    private CaseId atFiling() {
        CaseId id = flow.report("路面塌陷", "L01001").caseId();
        flow.run(id);
        return id;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
