package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.attributeContains;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.RowDifference;
import org.gridcase.policy.RowDifferences;
import org.gridcase.policy.Sheet;
import org.gridcase.policy.Sheets;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An analyst changes a table and a form of a draft in the browser, compares, tries a case and is told what others think. */
@BrowserCityTest
class StudioIT {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String HANDLE = "forms/handleCase.form";
    private static final int UNIT_KIND = 7;

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    Sheets sheets;

    @Autowired
    RowDifferences differences;

    UUID draft = new UUID(0, 0);

    @BeforeEach
    void begin() {
        draft = drafts.open("塌陷改派水务", "analyst");
    }

    @Test
    void aTableIsPastedTypedMovedUndoneAndSavedAndWhatIsWrongStandsAtItsCell() {
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            table(analyst);
            analyst.click(cell(1, UNIT_KIND));
            paste(analyst, "water\t区级\r\nnobody\t区级\r\n");
            assertThat(text(analyst, 1, UNIT_KIND)).isEqualTo("water");
            assertThat(text(analyst, 2, UNIT_KIND)).isEqualTo("nobody");
            press(analyst, Keys.CONTROL, "s");
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-notes]"), "H19"));
            assertThat(analyst.see(cell(2, UNIT_KIND)).getDomAttribute("aria-invalid"))
                    .isEqualTo("true");
            analyst.click(By.cssSelector("[data-notes] .gc-sheet-go"));
            assertThat(analyst.see(By.cssSelector("[data-cell]")).getText()).contains("H19", "这里不能这样填写");
            analyst.screenshot("studio-table-zh");
            Axe.assertNothingSerious(analyst.driver());

            press(analyst, Keys.ENTER);
            new Select(analyst.see(By.cssSelector("select.gc-sheet-editor"))).selectByValue("power");
            assertThat(text(analyst, 2, UNIT_KIND)).isEqualTo("power");
            press(analyst, Keys.CONTROL, "z");
            assertThat(text(analyst, 2, UNIT_KIND)).isEqualTo("nobody");
            press(analyst, Keys.CONTROL, "y");
            assertThat(text(analyst, 2, UNIT_KIND)).isEqualTo("power");

            analyst.click(cell(4, 0));
            press(analyst, Keys.ALT, Keys.ARROW_UP);
            assertThat(text(analyst, 3, 0)).isEqualTo("R05");
            press(analyst, Keys.CONTROL, Keys.ENTER);
            press(analyst, "M06010，M06042");
            press(analyst, Keys.TAB);
            assertThat(text(analyst, 4, 1)).isEqualTo("M06010,M06042");
            press(analyst, Keys.CONTROL, "s");
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-notes]"), "不能留空"));
            analyst.click(cell(4, UNIT_KIND));
            paste(analyst, "sanitation\t街道级");
            analyst.click(By.cssSelector("[data-save]"));
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-notes]"), "每个单元格都符合要求"));

            var difference = differences.ofDraft(draft, ROUTING);
            assertThat(difference.count(RowDifference.Kind.CHANGED)).isEqualTo(2);
            assertThat(difference.count(RowDifference.Kind.ADDED)).isEqualTo(1);
            assertThat(difference.moved()).isEqualTo(1);

            analyst.open(draft("/table-difference?path=" + ROUTING));
            assertThat(analyst.see(By.cssSelector("h2")).getText()).isEqualTo("新增 1 行，改动 2 行，移动 1 行");
            assertThat(analyst.see(By.cssSelector(".gc-diff-changed ins")).getText())
                    .isEqualTo("water");
            analyst.screenshot("studio-difference-zh");
            Axe.assertNothingSerious(analyst.driver());

            analyst.open(
                    draft(
                            "/try?proposed=L01001&given=yes&confidence=100&margin=100&channel=worker&street=410102001&photos=2"));
            assertThat(analyst.see(By.cssSelector(".gc-try-differs .gc-try-lit"))
                            .getText())
                    .contains("R02", "water");
            assertThat(analyst.driver().findElements(By.cssSelector(".gc-try-lit")))
                    .hasSize(8);
            assertThat(analyst.see(By.cssSelector(".gc-try-differs .gc-try-result"))
                            .getText())
                    .as("in words")
                    .contains("供水", "区级")
                    .doesNotContain("water", "DISTRICT");
            analyst.screenshot("studio-try-zh");
            Axe.assertNothingSerious(analyst.driver());
        }
        look(Browser::desktop, "zh");
        look(Browser::englishDesktop, "en");
        look(Browser::phone, "zh-phone");
        look(Browser::englishPhone, "en-phone");
    }

    @Test
    void whoSavesOverSomebodyElsesChangeIsToldAndKeepsTheirOwn() {
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            table(analyst);
            drafts.put(draft, ROUTING, rewritten(), "analyst");
            analyst.click(cell(1, UNIT_KIND));
            paste(analyst, "power");
            press(analyst, Keys.CONTROL, "s");
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-told]"), "没有保存"));
            assertThat(text(analyst, 1, UNIT_KIND)).isEqualTo("power");
            assertThat(sheets.open(draft, ROUTING).rows().get(1).get(UNIT_KIND)).isEqualTo("water");
            analyst.run("addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)");
        }
    }

    @Test
    void aFormIsChangedWithItsPreviewAndSaved() {
        try (var analyst = Browser.desktop().signIn(address(), "analyst")) {
            analyst.open(draft("/form?path=" + HANDLE)).see(By.cssSelector(".gc-studio-form[data-ready]"));
            analyst.see(By.cssSelector("[data-frame] .gc-form"));
            assertThat(analyst.driver()
                            .findElement(By.cssSelector("[data-field=remark]"))
                            .isDisplayed())
                    .as("shows only where it was put right")
                    .isFalse();
            analyst.click(By.cssSelector("[data-frame] input[value=handled]"));
            analyst.see(By.cssSelector("[data-field=remark]"));

            analyst.click(By.cssSelector("[data-fields] [data-key=remark]"));
            var label = analyst.see(By.id("gc-studio-label"));
            label.clear();
            label.sendKeys("怎样处置的");
            analyst.click(By.id("gc-studio-required"));
            analyst.waitFor(textToBePresentInElementLocated(By.id("gc-remark-label"), "怎样处置的"));
            analyst.click(By.cssSelector("[data-width=phone]"));
            assertThat(analyst.see(By.cssSelector("[data-frame]")).getSize().getWidth())
                    .isLessThanOrEqualTo(390);
            analyst.screenshot("studio-form-zh");
            Axe.assertNothingSerious(analyst.driver());
            analyst.click(By.cssSelector("button[data-save]"));
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-told]"), "已保存"));

            analyst.click(By.cssSelector("[data-add]"));
            var key = analyst.see(By.id("gc-studio-key"));
            key.clear();
            key.sendKeys("Not a key");
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-refused]"), "取值不正确"));
            analyst.click(By.cssSelector("button[data-save]"));
            analyst.waitFor(textToBePresentInElementLocated(By.cssSelector("[data-told]"), "取值不正确"));
            analyst.run("addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)");
        }
        assertThat(new String(drafts.file(draft, HANDLE), StandardCharsets.UTF_8))
                .contains("怎样处置的")
                .doesNotContain("Not a key");
        assertThat(differences.ofDraft(draft, HANDLE).count(RowDifference.Kind.CHANGED))
                .isEqualTo(1);
        lookAtForm(Browser::englishDesktop, "en");
        lookAtForm(Browser::phone, "zh-phone");
    }

    @Test
    void whatIsSaidOfADraftStandsOnItsPage() {
        try (var approver = Browser.desktop().signIn(address(), "approver")) {
            approver.open(draft("")).see(By.id("comment-words")).sendKeys("先打 13812345678 问水务处");
            new Select(approver.see(By.id("comment-path"))).selectByValue(ROUTING);
            approver.see(By.id("comment-place")).sendKeys("R02");
            approver.click(By.cssSelector(".gc-comment-form button"));
            approver.waitFor(textToBePresentInElementLocated(By.cssSelector(".gc-comments"), "问水务处"));
            assertThat(approver.see(By.cssSelector(".gc-comments")).getText())
                    .contains("R02", ROUTING)
                    .doesNotContain("13812345678");
            Axe.assertNothingSerious(approver.driver());
            approver.run("document.getElementById('comments').scrollIntoView()");
            approver.screenshot("studio-comments-zh");
            approver.open(draft("/table?path=" + ROUTING)).see(By.cssSelector(".gc-sheet[data-ready]"));
            assertThat(approver.driver().findElements(By.cssSelector("[data-save], input[type=file]")))
                    .as("only its author changes it")
                    .isEmpty();
        }
        try (var phone = Browser.englishPhone().signIn(address(), "approver")) {
            phone.open(draft("")).see(By.id("comment-words"));
            narrow(phone);
            phone.run("document.getElementById('comments').scrollIntoView()");
            phone.screenshot("studio-comments-en-phone");
        }
    }

    private void look(Supplier<Browser> kind, String name) {
        try (var browser = kind.get().signIn(address(), "analyst")) {
            table(browser);
            seen(browser, "studio-table-" + name);
            browser.open(draft("/table-difference?path=" + ROUTING)).see(By.tagName("h1"));
            assertThat(
                            browser.run(
                                    "const box = document.querySelector('.gc-diff-scroll'); return innerWidth > 600 || box.scrollWidth <= box.clientWidth"))
                    .as("a phone shows a row's cells one below the other")
                    .isEqualTo(true);
            seen(browser, "studio-difference-" + name);
            browser.open(
                            draft(
                                    "/try?proposed=L01001&given=yes&confidence=100&margin=100&channel=worker&street=410102001&photos=2"))
                    .see(By.cssSelector(".gc-try-lit"));
            seen(browser, "studio-try-" + name);
            browser.run("window.scrollTo(0, document.body.scrollHeight)");
            browser.screenshot("studio-try-end-" + name);
        }
    }

    private void lookAtForm(Supplier<Browser> kind, String name) {
        try (var browser = kind.get().signIn(address(), "analyst")) {
            browser.open(draft("/form?path=" + HANDLE)).see(By.cssSelector("[data-frame] .gc-form"));
            seen(browser, "studio-form-" + name);
            browser.run("document.querySelector('[data-frame]').scrollIntoView()");
            browser.screenshot("studio-form-preview-" + name);
        }
    }

    private static void seen(Browser browser, String name) {
        Axe.assertNothingSerious(browser.driver());
        narrow(browser);
        browser.screenshot(name);
    }

    private static void narrow(Browser browser) {
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling")
                .isEqualTo(true);
    }

    private void table(Browser browser) {
        browser.open(draft("/table?path=" + ROUTING));
        browser.waitFor(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".gc-sheet[data-ready]")));
        browser.waitFor(attributeContains(cell(0, 0), "role", "gridcell"));
    }

    /** As the browser does when somebody presses Ctrl+V after copying in Excel. */
    private static void paste(Browser browser, String text) {
        String escaped = text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n");
        browser.run("const data = new DataTransfer(); data.setData('text/plain', '" + escaped + "');"
                + "document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                + " {clipboardData: data, bubbles: true, cancelable: true}))");
    }

    private static void press(Browser browser, CharSequence... keys) {
        var actions = new Actions(browser.driver());
        for (int i = 0; i < keys.length - 1; i++) {
            actions.keyDown(keys[i]);
        }
        actions.sendKeys(keys[keys.length - 1]);
        for (int i = 0; i < keys.length - 1; i++) {
            actions.keyUp(keys[i]);
        }
        actions.perform();
    }

    private static By cell(int row, int column) {
        return By.cssSelector(".gc-sheet-table tbody tr:nth-child(" + (row + 1) + ") td[data-c='" + column + "']");
    }

    private static String text(Browser browser, int row, int column) {
        return browser.see(cell(row, column)).getText();
    }

    private byte[] rewritten() {
        var sheet = sheets.open(draft, ROUTING);
        var other = drafts.open("另一份", "analyst");
        var lines = new ArrayList<Sheet.Line>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            var cells = new ArrayList<>(sheet.rows().get(i));
            if (i == 1) {
                cells.set(UNIT_KIND, "water");
            }
            lines.add(new Sheet.Line(i, cells));
        }
        sheets.save(other, ROUTING, sheet.sha256(), lines, "analyst");
        return drafts.file(other, ROUTING);
    }

    private String draft(String rest) {
        return address() + "/policy/drafts/" + draft + rest;
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
