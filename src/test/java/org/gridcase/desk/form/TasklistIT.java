package org.gridcase.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserCityTest
class TasklistIT {
    private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");

    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    CasePhotos photos;

    @TempDir
    Path folder;

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private Path photo() throws IOException {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(20, 20, 200, 100);
        Path file = folder.resolve("after.jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }

    /** In the middle of the window, clear of the bars at its edges. */
    private static void press(Browser browser, By what) {
        var element = browser.see(what);
        ((JavascriptExecutor) browser.driver())
                .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        browser.click(what);
    }

    private static void choose(Browser browser, String outcome) {
        press(browser, By.cssSelector("gc-choice input[value='" + outcome + "']"));
    }

    @Test
    void a_worker_completes_a_form_with_an_upload() throws IOException {
        CaseId id = flow.report("人行道上有暴露垃圾 <b onclick=x>{{7*7}}</b>", "M06010").caseId();
        flow.run(id);
        String task = flow.task("worker", id).id();
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker");
            browser.open(at("/camunda/app/tasklist/default/#/?task=" + task));
            assertThat(browser.see(By.className("gc-case-words")).getText()).contains("<b onclick=x>{{7*7}}</b>");
            press(browser, By.cssSelector("[ng-click='claim()']"));
            browser.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));

            choose(browser, "done");
            press(browser, COMPLETE);
            assertThat(browser.see(By.id("gc-after-error")).getText()).contains("处置后照片");

            browser.driver()
                    .findElement(By.cssSelector("gc-photos input[type=file]"))
                    .sendKeys(photo().toString());
            browser.waitFor(
                    ExpectedConditions.attributeToBeNotEmpty(browser.driver().findElement(By.id("gc-after")), "value"));
            browser.screenshot("tasklist-handle-on-spot");
            press(browser, COMPLETE);
            browser.waitFor(any -> moved(id));
        }
        assertThat(photos.of(id))
                .filteredOn(shown -> shown.moment() == CasePhotos.Moment.AFTER)
                .hasSize(1);
    }

    @Test
    void whoseSessionEndsInTheMiddleOfAFormSignsInAndFindsItAsItWas() {
        CaseId id = flow.report("人行道上有暴露垃圾", "M06010").caseId();
        flow.run(id);
        String task = flow.task("worker", id).id();
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker");
            browser.open(at("/camunda/app/tasklist/default/#/?task=" + task));
            browser.see(By.className("gc-case-words"));
            press(browser, By.cssSelector("[ng-click='claim()']"));
            browser.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));
            choose(browser, "notMinor");
            browser.see(By.id("gc-reason")).sendKeys("需要环卫车辆");
            browser.driver().manage().deleteCookieNamed("JSESSIONID");
            press(browser, COMPLETE);

            browser.see(By.id("username")).sendKeys("worker");
            browser.see(By.id("password")).sendKeys("demo");
            browser.click(By.cssSelector("main form button[type=submit]"));

            browser.waitFor(ExpectedConditions.attributeToBe(By.id("gc-reason"), "value", "需要环卫车辆"));
            assertThat(browser.driver().getCurrentUrl()).contains(task);
        }
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);
    }

    private boolean moved(CaseId id) {
        return Set.of(Stage.MINOR_CHECK, Stage.CLOSING).contains(flow.facts(id).stage());
    }

    @Test
    void a_refusal_is_said_in_the_form_and_nothing_typed_is_lost() {
        CaseId id = flow.report("人行道上有暴露垃圾", "M06010").caseId();
        flow.run(id);
        String task = flow.task("worker", id).id();
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker");
            browser.open(at("/camunda/app/tasklist/default/#/?task=" + task));
            browser.see(By.className("gc-case-words"));
            press(browser, By.cssSelector("[ng-click='claim()']"));
            browser.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));
            choose(browser, "done");
            browser.see(By.id("gc-remark")).sendKeys("已清扫");
            // no photo of that id: past the form's own check, refused by the server
            ((JavascriptExecutor) browser.driver())
                    .executeScript(
                            "document.getElementById('gc-after').value = '00000000-0000-7000-8000-000000000000'");
            press(browser, COMPLETE);

            assertThat(browser.see(By.className("gc-refusal")).getText()).isNotBlank();
            assertThat(browser.driver().findElement(By.id("gc-remark")).getAttribute("value"))
                    .isEqualTo("已清扫");
            browser.driver().navigate().refresh();
            browser.waitFor(ExpectedConditions.attributeToBe(By.id("gc-remark"), "value", "已清扫"));
        }
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);
    }
}
