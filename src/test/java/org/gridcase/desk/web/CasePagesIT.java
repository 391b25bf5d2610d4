package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBe;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.gridcase.casework.Stage;
import org.gridcase.desk.CaseWalks;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Capture;
import org.gridcase.photo.Origin;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Photos;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserCityTest
class CasePagesIT {
    private static final By ROWS = By.cssSelector(".gc-cases tbody tr");

    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    Reports reports;

    @Autowired
    Photos photos;

    @Test
    void theListIsFilteredWithoutAReloadUnderAnAddressThatCanBePassedOn() throws IOException {
        CaseWalks.filed(flow, "银杏路中间塌了一个坑，请尽快来看");
        CaseWalks.dispatched(flow, "紫荆街窨井旁下陷，电动车差点摔倒");
        CaseWalks.handled(flow, "体育场西门外地面塌陷");
        shown("东风路口");
        try (var browser = Browser.desktop()) {
            signIn(browser, "filing").open(at("/cases"));
            browser.see(ROWS);
            ((JavascriptExecutor) browser.driver()).executeScript("window.kept = true");
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("cases-zh");

            browser.see(By.id("q")).sendKeys("窨井");
            browser.waitFor(urlContains("q=%E7%AA%A8%E4%BA%95"));

            browser.waitFor(any -> everyRowTells(browser, "窨井"));
            assertThat(browser.see(By.id("results")).getText()).contains("紫荆街窨井旁下陷");
            assertThat(((JavascriptExecutor) browser.driver()).executeScript("return window.kept"))
                    .isEqualTo(true);
            browser.driver().navigate().refresh();
            assertThat(browser.see(By.id("q")).getAttribute("value")).isEqualTo("窨井");
            assertThat(everyRowTells(browser, "窨井")).isTrue();
            browser.see(By.id("q")).clear();
            browser.see(By.id("q")).sendKeys("绝无此事");
            assertThat(browser.see(By.cssSelector("#results .gc-empty")).getText())
                    .contains("没有找到案件");
        }
        look("/cases", "cases");
        look("/dispatch", "dispatch", "dispatch");
    }

    @Test
    void aCasesPageRenewsItselfWhenTheCaseMoves() throws IOException {
        CaseId id = shown("健康路与文化路口");
        flow.complete(
                "dispatch",
                id,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        try (var browser = Browser.desktop()) {
            signIn(browser, "checker").open(at("/cases/" + id));
            assertThat(browser.see(By.cssSelector(".gc-case-head .gc-stage")).getText())
                    .isEqualTo("处置中");
            assertThat(browser.see(By.id("map")).getText()).isNotNull();

            PhotoId after = photo("handler", false);
            flow.complete("handler", id, "outcome", "handled", "after", after.toString(), "remark", "已回填夯实，恢复通行。");

            browser.waitFor(textToBe(By.cssSelector(".gc-case-head .gc-stage"), "待核查"));
            browser.waitFor(textToBePresentInElementLocated(By.cssSelector(".gc-turn a.btn-primary"), "现场核查"));
            browser.see(By.id("compare")).sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
            assertThat(browser.see(By.className("gc-compare-frame")).getDomAttribute("style"))
                    .contains("48%");
            assertThat(browser.see(By.id("compare")).getDomAttribute("aria-valuetext"))
                    .contains("48");
            browser.waitFor(any -> loaded(browser));
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("case-zh");

            browser.click(By.cssSelector("a[data-large]"));
            assertThat(browser.see(By.cssSelector("#large img")).getAttribute("src"))
                    .endsWith("/display");
        }
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.CHECKING);
        look("/cases/" + id, "case");
        look("/admin/stuck?hours=1", "stuck", "admin");
        look("/admin/consistency", "consistency", "admin");
    }

    @Test
    void aReasonThatIsSentAfterTheSessionEndedIsThereAgainAfterSigningIn() throws IOException {
        CaseId id = shown("建设路口");
        By reason = By.id("reason");
        try (var browser = Browser.desktop()) {
            signIn(browser, "supervisor").open(at("/cases/" + id));
            browser.click(By.cssSelector("details:has(#reason) summary"));
            browser.see(reason).sendKeys("同一处已由养护单位修复，附现场记录");
            browser.driver().manage().deleteCookieNamed("JSESSIONID");
            browser.click(By.cssSelector("form:has(#reason) button[type=submit]"));

            browser.see(By.id("username")).sendKeys("supervisor");
            browser.see(By.id("password")).sendKeys("demo");
            browser.click(By.cssSelector("main form button[type=submit]"));

            browser.waitFor(urlContains("/cases/" + id));
            assertThat(browser.see(reason).getAttribute("value")).isEqualTo("同一处已由养护单位修复，附现场记录");
            assertThat(browser.see(By.cssSelector("form:has(#reason) .gc-note")).getText())
                    .contains("请核对后再次提交");
            browser.screenshot("case-unheard-zh");
            browser.driver().navigate().refresh();
            assertThat(browser.driver().findElements(By.cssSelector("form:has(#reason) .gc-note")))
                    .isEmpty();
        }
        assertThat(flow.facts(id).stage()).isNotEqualTo(Stage.ANNULLED);
    }

    @Test
    void theListShowsWhatComesInWithoutAReload() {
        try (var browser = Browser.desktop()) {
            signIn(browser, "filing").open(at("/cases")).see(By.cssSelector("main[data-live=yes]"));
            ((JavascriptExecutor) browser.driver()).executeScript("window.kept = true");

            CaseWalks.reported(flow, "刚刚报上来的塌陷");

            browser.waitFor(textToBePresentInElementLocated(By.id("results"), "刚刚报上来的塌陷"));
            assertThat(((JavascriptExecutor) browser.driver()).executeScript("return window.kept"))
                    .isEqualTo(true);
        }
    }

    private void look(String address, String name) {
        look(address, name, "supervisor");
    }

    /** Pictures to be looked at, and the rules of reading for everybody held in both languages and widths. */
    private void look(String address, String name, String account) {
        try (var browser = Browser.englishDesktop()) {
            signIn(browser, account).open(at(address)).see(By.tagName("h1"));
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot(name + "-en");
        }
        try (var browser = Browser.phone()) {
            signIn(browser, account).open(at(address)).see(By.tagName("h1"));
            Axe.assertNothingSerious(browser.driver());
            assertThat(((JavascriptExecutor) browser.driver())
                            .executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling of " + address)
                    .isEqualTo(true);
            browser.screenshot(name + "-zh-phone");
        }
    }

    private static boolean everyRowTells(Browser browser, String words) {
        return Boolean.TRUE.equals(browser.run("const rows = [...document.querySelectorAll('.gc-cases tbody tr')];"
                + "return rows.length > 0 && rows.every(row => row.innerText.includes('" + words + "'))"));
    }

    private static boolean loaded(Browser browser) {
        return Boolean.TRUE.equals(((JavascriptExecutor) browser.driver())
                .executeScript("return [...document.images].filter(i => i.src).every(i => i.complete)"));
    }

    /** A filed case with a photo of how it looks. */
    private CaseId shown(String where) throws IOException {
        var report = new Report(
                "resident",
                "resident",
                Uploader.holding("shown"),
                where + "的路面塌了一个坑，直径大约一米，下面是空的，已有电动车绕行。",
                new GeoPoint(113.605, 34.752),
                where + "向西五十米",
                CaseWalks.COLLAPSE,
                List.of(photo("", true)),
                Report.Contact.NONE);
        CaseId id = reports.submit(report, null).caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        return id;
    }

    /** A drawn street, with a hole in it or mended. */
    private PhotoId photo(String account, boolean hole) throws IOException {
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setPaint(new GradientPaint(0, 0, new Color(0xBFD3E0), 0, 320, new Color(0xE8EDF0)));
        brush.fillRect(0, 0, 1200, 320);
        brush.setColor(new Color(0x8FA58B));
        brush.fillRect(0, 250, 1200, 120);
        brush.setPaint(new GradientPaint(0, 340, new Color(0x787C80), 0, 900, new Color(0x56595C)));
        brush.fillRect(0, 340, 1200, 560);
        brush.setColor(new Color(0xE6E2D0));
        brush.fillPolygon(new int[] {585, 615, 700, 600}, new int[] {340, 340, 900, 900}, 4);
        brush.setColor(hole ? new Color(0x2A2522) : new Color(0x4A4C4E));
        brush.fillOval(640, 520, 380, 200);
        brush.setColor(hole ? new Color(0x14110F) : new Color(0x45474A));
        brush.fillOval(680, 555, 300, 140);
        brush.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        var uploader = account.isEmpty() ? Uploader.holding("shown") : Uploader.account(account);
        return photos.store(
                        new ByteArrayInputStream(jpeg.toByteArray()),
                        new Origin("worker", uploader, new Capture(null, null)))
                .id();
    }

    private Browser signIn(Browser browser, String account) {
        browser.open(at("/gridcase/theme.css"));
        ((JavascriptExecutor) browser.driver()).executeAsyncScript("""
                        const [account, done] = arguments;
                        document.cookie = 'GC-CSRF=test; path=/';
                        fetch('/sign-in', {method: 'POST', redirect: 'manual', headers: {'X-GC-CSRF': 'test'},
                          body: new URLSearchParams({username: account, password: 'demo'})}).then(() => done())""", account);
        return browser;
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
