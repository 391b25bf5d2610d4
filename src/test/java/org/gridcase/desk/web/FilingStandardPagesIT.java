package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.textToBePresentInElementLocated;
import static org.openqa.selenium.support.ui.ExpectedConditions.urlContains;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.gridcase.policy.ChangedStandard;
import org.gridcase.policy.Releases;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An analyst halves a limit: what is wrong is named with its cell, what is otherwise is seen row by row. */
@BrowserCityTest
class FilingStandardPagesIT {
    private static final String PATH = ChangedStandard.PATH;
    private static final String ROW = "L01001-1";
    private static final String TRIED =
            "/try?proposed=L01001&given=yes&confidence=100&margin=100&channel=worker&street=410102001&photos=2";

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @Autowired
    Releases releases;

    @Test
    void aWrongLimitIsNamedAndARightOneIsComparedAndTried() throws IOException {
        String draft;
        try (var analyst = Browser.desktop().signIn(address(), "analyst").open(address() + "/policy")) {
            assertThat(analyst.see(By.cssSelector("a[href='/api/catalogue/filing-standard.xlsx']"))
                            .getText())
                    .contains("立案标准");
            analyst.see(By.id("title")).sendKeys("塌陷一小时处置");
            analyst.click(By.cssSelector(".gc-leave .btn-primary"));
            analyst.see(By.id("files"));
            draft = String.valueOf(analyst.driver().getCurrentUrl()).replaceFirst("\\?.*", "");

            put(analyst, 0);
            analyst.click(By.cssSelector(".gc-actions .btn"));
            assertThat(analyst.see(By.cssSelector(".gc-wrong")).getText()).contains(PATH, "E587", "应为 1 到 3650 的整数");
            analyst.screenshot("standard-refused-zh");
            Axe.assertNothingSerious(analyst.driver());

            put(analyst, 1);
            analyst.click(By.cssSelector(".gc-actions .btn"));
            analyst.waitFor(textToBePresentInElementLocated(By.tagName("h1"), "已检查"));
            assertThat(analyst.see(By.cssSelector(".gc-actions .btn-primary")).getText())
                    .isEqualTo("回测");
            analyst.screenshot("standard-draft-zh");

            analyst.click(By.cssSelector("a[href*='table-difference'][href$='filing-standard.xlsx']"));
            assertThat(analyst.see(By.cssSelector("h2")).getText()).isEqualTo("改动 1 行");
            assertThat(analyst.see(By.cssSelector(".gc-diff-changed")).getText())
                    .contains(ROW, "L01001 路面塌陷", "紧急工作时", "市政");
        }
        look(Browser::desktop, "zh", draft);
        look(Browser::englishDesktop, "en", draft);
        look(Browser::phone, "zh-phone", draft);
        look(Browser::englishPhone, "en-phone", draft);
    }

    private void look(Supplier<Browser> kind, String name, String draft) {
        try (var browser = kind.get().signIn(address(), "analyst")) {
            seen(browser, draft, "standard-draft-" + name);
            browser.run("document.querySelector('.gc-policy').scrollIntoView()");
            browser.screenshot("standard-files-" + name);
            seen(browser, draft + "/table-difference?path=" + PATH, "standard-difference-" + name);
            seen(browser, draft + TRIED, "standard-try-" + name);
            assertThat(browser.see(By.cssSelector(".gc-try-differs .gc-try-one"))
                            .getText())
                    .containsAnyOf("1 紧急工作时", "1 urgent hours");
            browser.run("document.querySelector('.gc-try-differs').scrollIntoView()");
            browser.screenshot("standard-tried-" + name);
            seen(browser, address() + "/policy/releases/1", "standard-release-" + name);
            seen(browser, address() + "/policy", "standard-policy-" + name);
        }
    }

    private static void seen(Browser browser, String address, String name) {
        browser.open(address).see(By.tagName("h1"));
        Axe.assertNothingSerious(browser.driver());
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of " + name)
                .isEqualTo(true);
        browser.screenshot(name);
    }

    private void put(Browser browser, int amount) throws IOException {
        Path file = folder.resolve("filing-standard-v1.xlsx");
        Files.write(file, ChangedStandard.limit(releases.artifact(1, PATH), ROW, amount));
        browser.see(By.id("files")).sendKeys(file.toString());
        browser.click(By.cssSelector("form[action$='/files'] .btn"));
        browser.waitFor(urlContains("done"));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
