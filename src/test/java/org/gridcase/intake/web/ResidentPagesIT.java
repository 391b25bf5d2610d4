package org.gridcase.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.gridcase.casework.Stage;
import org.gridcase.identity.Actors;
import org.gridcase.intake.Followers;
import org.gridcase.intake.Receipt;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident with a phone in hand, from the photo to the rating. */
@BrowserTest
@HttpCityTest
class ResidentPagesIT {
    private static final Duration JOBS = Duration.ofSeconds(60);

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    Followers followers;

    @TempDir
    Path folder;

    @Test
    void aResidentReportsWithAPhotoAndFollowsTheCase() throws IOException {
        try (var browser = Browser.phone()) {
            standAt(browser, 34.75, 113.60);
            fill(browser, "人行道上垃圾成堆");
            browser.screenshot("report-phone-zh");
            Axe.assertNothingSerious(browser.driver());
            browser.click(By.id("send"));

            browser.waitFor(ExpectedConditions.urlContains("/follow/"));
            assertThat(browser.see(By.id("thanks")).getText()).contains("已收到");
            assertThat(browser.see(By.id("number")).getText()).startsWith("GC");
            browser.see(By.cssSelector("a[data-large=before] img"));
            Axe.assertNothingSerious(browser.driver());
        }
    }

    @Test
    void whatIsTypedSurvivesAReloadAndAReportWaitsForTheNetwork() throws IOException {
        try (var browser = Browser.phone()) {
            standAt(browser, 34.75, 113.60);
            fill(browser, "路灯坏了三天");
            browser.waitFor(driver -> draft(driver).contains("路灯坏了三天"));
            browser.driver().navigate().refresh();
            assertThat(browser.see(By.id("text")).getDomProperty("value")).isEqualTo("路灯坏了三天");
            browser.see(By.cssSelector("gc-photos .gc-photo img"));

            network(browser, true);
            browser.click(By.id("send"));
            assertThat(browser.see(By.id("waiting")).getText()).isNotBlank();
            browser.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.id("waiting"), "已保存在本机"));
            network(browser, false);
            browser.waitFor(ExpectedConditions.urlContains("/follow/"));
        }
    }

    @Test
    void aClosedCaseIsRatedOnItsPageWithoutAReload() {
        Receipt receipt = flow.report("路面塌了一个坑", "L01001");
        try (var browser = Browser.phone().open(http.address() + "/follow/" + receipt.secret())) {
            browser.see(By.id("number"));
            close(receipt);
            new WebDriverWait(browser.driver(), JOBS)
                    .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(".gc-stars label")));
            browser.click(By.cssSelector(".gc-stars label:nth-of-type(5)"));
            browser.click(By.cssSelector("form[action$=rating] button"));

            assertThat(browser.see(By.cssSelector(".gc-stars-shown")).getText()).contains("5");
            assertThat(followers.view(receipt.secret()).stars()).isEqualTo(5);
            browser.screenshot("follow-phone-zh");
            Axe.assertNothingSerious(browser.driver());
        }
    }

    @Test
    void theFirstPagesServeEverybody() {
        for (String path : new String[] {"/", "/sign-in", "/report"}) {
            try (var browser = Browser.desktop().open(http.address() + path)) {
                browser.see(By.tagName("h1"));
                Axe.assertNothingSerious(browser.driver());
            }
        }
    }

    @Test
    void aDemoAccountSignsInWithTwoClicks() {
        try (var browser = Browser.englishDesktop().open(http.address() + "/sign-in")) {
            browser.click(By.cssSelector("[data-fill-username=filing]"));
            browser.click(By.cssSelector("form .gc-main-action"));
            browser.waitFor(ExpectedConditions.urlContains("/home"));
            assertThat(browser.see(By.tagName("h1")).getText()).contains("filing");
            Axe.assertNothingSerious(browser.driver());
        }
    }

    private void fill(Browser browser, String text) throws IOException {
        browser.open(http.address() + "/report");
        browser.waitFor(ExpectedConditions.presenceOfElementLocated(By.cssSelector("gc-photos input[type=file]")))
                .sendKeys(photo().toString());
        browser.waitFor(driver -> !value(driver, "gc-photos").isEmpty());
        browser.click(By.cssSelector("gc-place .gc-place-tools button"));
        browser.waitFor(ExpectedConditions.visibilityOfElementLocated(By.id("place-words")));
        browser.see(By.id("text")).sendKeys(text);
    }

    private Path photo() throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setColor(Color.GRAY);
        paint.fillRect(0, 240, 640, 240);
        paint.dispose();
        Path file = folder.resolve("photo.jpg");
        ImageIO.write(image, "jpg", Files.newOutputStream(file));
        return file;
    }

    /** From filing to close, as the staff of the first district; the application runs the jobs between. */
    private void close(Receipt receipt) {
        var id = receipt.caseId();
        complete(
                "filing",
                id,
                () -> Flow.fields(
                        "outcome", "filed", "row", String.valueOf(flow.facts(id).proposedRow())));
        complete(
                "dispatch",
                id,
                () -> Flow.fields(
                        "outcome",
                        "dispatched",
                        "unit",
                        String.valueOf(flow.facts(id).proposedUnit())));
        complete(
                "handler",
                id,
                () -> Flow.fields(
                        "outcome", "handled", "after", flow.photo("handler").toString()));
        complete("checker", id, () -> Flow.fields("outcome", "passed"));
        until(() -> flow.facts(id).stage() == Stage.CLOSED);
    }

    private void complete(String account, CaseId id, Supplier<Map<String, Object>> fields) {
        until(() -> flow.hasTask(account, id));
        inbox.complete(actors.of(account), flow.task(account, id).id(), fields.get());
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(JOBS).until(condition::getAsBoolean);
    }

    private static void standAt(Browser browser, double latitude, double longitude) {
        var devices = (HasCdp) browser.driver();
        devices.executeCdpCommand("Browser.grantPermissions", Map.of("permissions", new String[] {"geolocation"}));
        devices.executeCdpCommand(
                "Emulation.setGeolocationOverride",
                Map.of("latitude", latitude, "longitude", longitude, "accuracy", 10));
    }

    private static void network(Browser browser, boolean offline) {
        ((HasCdp) browser.driver())
                .executeCdpCommand(
                        "Network.emulateNetworkConditions",
                        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private static String value(WebDriver driver, String id) {
        return String.valueOf(driver.findElement(By.id(id)).getDomProperty("value"));
    }

    private static String draft(WebDriver driver) {
        return String.valueOf(
                ((JavascriptExecutor) driver).executeScript("return localStorage.getItem('gc-report-draft')"));
    }
}
