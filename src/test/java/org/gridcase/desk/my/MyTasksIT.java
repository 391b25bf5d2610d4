package org.gridcase.desk.my;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpCityTest
@BrowserTest
class MyTasksIT {
    /** A class that is minor: its grid's worker settles it on the spot. */
    private static final String SMALL_ADS = "M07001";

    private static final By SEND = By.id("send");
    private static final By STATE = By.cssSelector("#sent-state");

    @Autowired
    Flow flow;

    @Autowired
    Timeline timeline;

    @LocalServerPort
    int port;

    @TempDir
    Path files;

    Line line;
    Browser phone;
    CaseId id;

    @BeforeEach
    void signedInWithATask() {
        line = new Line(port);
        id = flow.report("电线杆上贴满了小广告，撕不下来", SMALL_ADS, flow.residentsPhoto(scene()))
                .caseId();
        phone = Browser.phone();
        signIn(phone);
    }

    @AfterEach
    void hangUp() throws IOException {
        phone.close();
        line.close();
    }

    @Test
    void aWorkerWithoutAConnectionLosesNothingAndTheCaseMovesWhenItReturns() throws IOException {
        openTask();
        waitUntilKept();
        choose("done");

        offline();
        takePhoto();
        type("remark", "已清理干净");
        reloads();
        phone.waitFor(driver -> value("remark").equals("已清理干净"));
        phone.waitFor(driver ->
                driver.findElements(By.cssSelector("gc-photos .gc-photo")).size() == 1);
        phone.click(SEND);
        phone.waitFor(ExpectedConditions.textToBe(STATE, "待发送"));
        reloads();
        phone.waitFor(ExpectedConditions.textToBe(STATE, "待发送"));
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);

        online();
        phone.waitFor(ExpectedConditions.textToBe(STATE, "已提交"));
        assertThat(flow.facts(id).stage()).isNotEqualTo(Stage.ON_SPOT);
        assertThat(script("return Object.keys(localStorage).filter(key => key.startsWith('gc-draft'))")
                        .toString())
                .isEqualTo("[]");
    }

    @Test
    void whatWaitsIsSentOnceItsOwnerHasSignedInAgain() throws IOException {
        queueOffline();
        phone.driver().manage().deleteCookieNamed("JSESSIONID");
        phone.driver().manage().deleteCookieNamed("GC-CSRF");
        online();
        phone.waitFor(ExpectedConditions.textToBe(STATE, "待登录"));
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);

        signIn(phone);
        phone.open(line.address() + "/my");

        phone.waitFor(driver -> flow.facts(id).stage() != Stage.ON_SPOT);
    }

    @Test
    void whatOneTypedIsNotSentByTheNextOnTheSamePhone() throws IOException {
        queueOffline();
        String first = phone.driver().getWindowHandle();
        phone.driver().switchTo().newWindow(WindowType.TAB);
        // the same browser by another way: cookies know no ports
        phone.driver().manage().deleteAllCookies();
        signIn(phone, "http://localhost:" + port, "substitute");
        phone.driver().switchTo().window(first);
        online();
        phone.waitFor(ExpectedConditions.textToBe(STATE, "待登录"));
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);
        phone.open(line.address() + "/my").see(By.className("my-card"));
        assertThat(phone.see(By.tagName("main")).getText()).doesNotContain("待登录", "待发送");

        phone.driver().manage().deleteAllCookies();
        signIn(phone);
        phone.open(line.address() + "/my");

        phone.waitFor(driver -> flow.facts(id).stage() != Stage.ON_SPOT);
        assertThat(timeline.of(id)).extracting(Entry::actor).contains("worker").doesNotContain("substitute");
    }

    @Test
    void twoOnOnePhoneEachKeepWhatTheyHaveToSend() throws IOException {
        queueOffline();
        signedOutByTheServer();
        signIn(phone, line.address(), "substitute");
        queueOffline();
        signedOutByTheServer();
        signIn(phone);
        phone.open(line.address() + "/my");

        phone.waitFor(driver -> flow.facts(id).stage() != Stage.ON_SPOT);
        assertThat(timeline.of(id)).extracting(Entry::actor).contains("worker").doesNotContain("substitute");
    }

    private void signedOutByTheServer() {
        phone.driver().manage().deleteAllCookies();
        online();
        phone.waitFor(ExpectedConditions.textToBe(STATE, "待登录"));
    }

    @Test
    void tasksAreOrderedByDistanceAndMoreAreShownOnDemand() {
        CaseId far =
                flow.report(new GeoPoint(113.612, 34.757), "远处的小广告", SMALL_ADS).caseId();
        CaseId near = flow.report(new GeoPoint(113.6005, 34.7502), "近处的小广告", SMALL_ADS)
                .caseId();
        for (int i = 0; i < 20; i++) {
            flow.report(new GeoPoint(113.606 + i * 0.0001, 34.754), "路上的小广告", SMALL_ADS);
        }
        flow.awaitTask("worker", far);
        flow.awaitTask("worker", near);
        var chrome = (ChromeDriver) phone.driver();
        phone.open(line.address() + "/my").see(By.className("my-card"));

        phone.click(By.id("by-distance"));
        phone.waitFor(driver -> phone.see(By.id("told")).getText().contains("位置"));
        assertThat(phone.see(By.id("by-due")).getAttribute("aria-pressed")).isEqualTo("true");

        chrome.executeCdpCommand("Browser.grantPermissions", Map.of("permissions", List.of("geolocation")));
        chrome.executeCdpCommand(
                "Emulation.setGeolocationOverride", Map.of("latitude", 34.7502, "longitude", 113.6005, "accuracy", 5));
        phone.click(By.id("by-distance"));
        phone.see(By.className("my-far"));
        List<String> shown = cards();
        assertThat(shown).hasSize(20);
        assertThat(shown.get(0)).contains(flow.facts(near).number());
        while (!phone.driver()
                .findElements(By.cssSelector("#more:not([hidden])"))
                .isEmpty()) {
            int before = cards().size();
            script("arguments[0].click()", phone.see(By.id("more")));
            assertThat(cards()).hasSizeGreaterThan(before);
        }
        List<String> all = cards();
        assertThat(all.indexOf(all.stream()
                        .filter(card -> card.contains(flow.facts(far).number()))
                        .findFirst()
                        .orElseThrow()))
                .isGreaterThan(1);
    }

    private List<String> cards() {
        return phone.driver().findElements(By.cssSelector("#tasks .my-card")).stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void htmlInAReportIsTextOnThePhoneToo() {
        CaseId hostile = flow.report("<img src=x onerror=\"document.title='hacked'\">😀'; drop table x", SMALL_ADS)
                .caseId();
        flow.awaitTask("worker", hostile);
        phone.open(line.address() + "/my").see(By.className("my-card"));
        phone.open(line.address() + "/my/" + flow.task("worker", hostile).id());
        phone.waitFor(driver -> phone.see(By.cssSelector("gc-case")).getText().contains("<img src=x onerror"));
        assertThat(phone.driver().getTitle()).doesNotContain("hacked");
        assertThat(phone.driver().findElements(By.cssSelector("img[src=x]"))).isEmpty();
    }

    private void queueOffline() throws IOException {
        openTask();
        waitUntilKept();
        choose("done");
        offline();
        takePhoto();
        phone.click(SEND);
        phone.waitFor(ExpectedConditions.textToBe(STATE, "待发送"));
    }

    @Test
    void whatIsRefusedIsSaidAtTheFormAndNothingTypedIsLost() {
        openTask();
        choose("notMinor");
        type("reason", "面积太大");
        script("document.querySelector('[name=reason]').maxLength = 9999;"
                + "document.querySelector('[name=reason]').value = '太大'.repeat(300);"
                + "document.querySelector('[name=reason]').dispatchEvent(new Event('input', {bubbles: true}))");
        phone.click(SEND);

        phone.waitFor(
                driver -> phone.see(By.cssSelector(".gc-refusal")).getText().contains("原因"));
        assertThat(phone.see(By.cssSelector("[data-field=reason] .gc-error")).getText())
                .contains("500");
        assertThat(value("reason")).hasSize(600);
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);
    }

    @Test
    void everybodyCanUseThePages() {
        phone.open(line.address() + "/my").see(By.className("my-card"));
        phone.screenshot("my-phone-zh");
        Axe.assertNothingSerious(phone.driver());
        openTask();
        phone.see(By.cssSelector("gc-case dl"));
        phone.screenshot("my-task-phone-zh");
        Axe.assertNothingSerious(phone.driver());
        assertThat(script("return [...document.querySelectorAll('main a, main button')]"
                                + ".filter(it => it.offsetHeight > 0 && it.offsetHeight < 44).map(it => it.outerHTML)")
                        .toString())
                .isEqualTo("[]");
        choose("done");
        phone.see(By.cssSelector("gc-photos .gc-add"));
        script("document.querySelector('gc-photos').scrollIntoView({block: 'center'})");
        phone.screenshot("my-task-phone-camera-zh");
        try (var english = Browser.englishPhone()) {
            signIn(english);
            english.open(line.address() + "/my").see(By.className("my-card"));
            english.screenshot("my-phone-en");
        }
        try (var desk = Browser.desktop()) {
            signIn(desk);
            desk.open(line.address() + "/my").see(By.className("my-card"));
            desk.screenshot("my-desk-zh");
            Axe.assertNothingSerious(desk.driver());
        }
    }

    @Test
    void signingOutLeavesNothingOnThePhone() {
        openTask();
        waitUntilKept();
        choose("notMinor");
        type("reason", "面积太大");
        phone.waitFor(
                driver -> !script("return Object.keys(localStorage)").toString().equals("[]"));

        script("arguments[0].click()", phone.see(By.cssSelector("form[action='/sign-out'] button")));

        phone.waitFor(driver -> !String.valueOf(driver.getCurrentUrl()).contains("/my"));
        assertThat(script("return Object.keys(localStorage)").toString()).isEqualTo("[]");
        phone.waitFor(
                driver -> later("caches.keys().then(keys => done(keys.join()))").isEmpty());
    }

    /** A pole with bills on it. */
    private static byte[] scene() {
        var image = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
        var paint = image.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(0xB9D4E6), 0, 320, new Color(0x8E9498)));
        paint.fillRect(0, 0, 320, 320);
        paint.setColor(new Color(0x6B6258));
        paint.fillRect(120, 0, 90, 320);
        for (int at = 0; at < 7; at++) {
            paint.setColor(at % 2 == 0 ? new Color(0xF5E6A8) : new Color(0xE7EDF2));
            paint.fillRect(126 + at * 13 % 40, 30 + at * 38, 44, 30);
        }
        paint.dispose();
        image.setRGB(1, 1, ThreadLocalRandom.current().nextInt());
        return Flow.jpeg(image);
    }

    private void signIn(Browser browser) {
        signIn(browser, line.address(), "worker");
    }

    private static void signIn(Browser browser, String address, String account) {
        browser.open(address + "/sign-in");
        browser.see(By.name("username")).sendKeys(account);
        browser.see(By.name("password")).sendKeys("demo");
        browser.click(By.cssSelector("form button[type=submit].gc-main-action"));
        browser.waitFor(driver -> !String.valueOf(driver.getCurrentUrl()).contains("/sign-in"));
    }

    /** The engine's own workers bring the case to its task. */
    private void openTask() {
        phone.waitFor(driver -> flow.hasTask("worker", id));
        phone.open(line.address() + "/my/" + flow.task("worker", id).id());
        phone.waitFor(ExpectedConditions.elementToBeClickable(SEND));
    }

    private void waitUntilKept() {
        phone.waitFor(driver -> later("""
                        caches.open('gc-my-data').then(cache => cache.keys()).then(keys => keys.map(it => it.url)).then(urls =>
                          done(urls.includes(location.href) && urls.some(url => url.includes('/forms/'))
                            && urls.some(url => url.includes('/work/tasks/'))))""").equals("true"));
    }

    private void takePhoto() throws IOException {
        Path photo = Files.write(files.resolve("photo.jpg"), Flow.jpeg());
        phone.waitFor(ExpectedConditions.presenceOfElementLocated(By.cssSelector("gc-photos input[type=file]")))
                .sendKeys(photo.toString());
        phone.see(By.cssSelector("gc-photos .gc-photo"));
    }

    private void type(String field, String words) {
        phone.see(By.name(field)).sendKeys(words);
        phone.waitFor(driver ->
                String.valueOf(script("return JSON.stringify(localStorage)")).contains(words));
    }

    /** Everything above it may still be growing. */
    private void choose(String value) {
        phone.see(By.cssSelector("gc-case dl"));
        script("arguments[0].scrollIntoView({block: 'center'}); arguments[0].click()", phone.see(option(value)));
    }

    private static By option(String value) {
        return By.xpath("//label[.//input[@value='" + value + "']]");
    }

    private String value(String field) {
        return phone.driver().findElements(By.name(field)).stream()
                .findFirst()
                .map(input -> String.valueOf(input.getDomProperty("value")))
                .orElse("");
    }

    private void reloads() {
        phone.driver().navigate().refresh();
    }

    private void offline() {
        line.cut();
        network(true);
    }

    private void online() {
        line.mend();
        network(false);
    }

    private void network(boolean offline) {
        var chrome = (ChromeDriver) phone.driver();
        chrome.executeCdpCommand("Network.enable", Map.of());
        chrome.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private Object script(String text, Object... arguments) {
        WebDriver driver = phone.driver();
        Object answer = ((JavascriptExecutor) driver).executeScript(text, arguments);
        return answer == null ? "" : answer;
    }

    private String later(String text) {
        return String.valueOf(
                ((JavascriptExecutor) phone.driver()).executeAsyncScript("const done = arguments[0];" + text));
    }
}
