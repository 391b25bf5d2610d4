package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.gridcase.clock.Kind;
import org.gridcase.clock.TimePolicy;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stage limits and working calendars as administrators see them. */
@BrowserCityTest
class LimitPageIT {
    @LocalServerPort
    int port;

    @Autowired
    TimePolicy policy;

    @AfterEach
    void theCitysAgain() {
        policy.drop("410102", Kind.CONFIRM);
    }

    @Test
    void everybodyCanReadThePagesInBothLanguagesOnEitherScreen() {
        look(Browser::desktop, "zh");
        look(Browser::englishDesktop, "en");
        look(Browser::phone, "zh-phone");
        look(Browser::englishPhone, "en-phone");
    }

    private void look(Supplier<Browser> kind, String name) {
        try (var browser = kind.get().signIn(address(), "admin")) {
            looksRight(browser.open(address() + "/admin/limits"), "limits-" + name);
            browser.run("window.scrollTo(0, document.body.scrollHeight)");
            browser.screenshot("limits-" + name + "-end");
            looksRight(browser.open(address() + "/admin/calendars"), "calendars-" + name);
        }
    }

    private static void looksRight(Browser browser, String name) {
        browser.see(By.cssSelector("main form"));
        Axe.assertNothingSerious(browser.driver());
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of " + name)
                .isEqualTo(true);
        browser.screenshot(name);
    }

    @Test
    void aDistrictsLimitIsSavedAndARefusedOneStandsWhereItWasTyped() {
        try (var browser = Browser.desktop().signIn(address(), "admin")) {
            browser.open(address() + "/admin/limits?of=410102");
            type(browser, "minutes-CONFIRM", "45");
            type(browser, "reason-CONFIRM", "核实点较远");
            browser.click(By.cssSelector("form:has(#minutes-CONFIRM) button:not([formaction])"));
            browser.waitFor(ExpectedConditions.urlContains("done"));
            assertThat(browser.see(By.id("minutes-CONFIRM")).getAttribute("value"))
                    .isEqualTo("45");

            type(browser, "codes", "X99999");
            type(browser, "noisy-reason", "夜间施工扰民");
            browser.click(By.cssSelector("form:has(#codes) button"));
            assertThat(browser.see(By.cssSelector("form:has(#codes) .gc-note-bad"))
                            .getText())
                    .contains("X99999");
            assertThat(browser.see(By.id("noisy-reason")).getAttribute("value")).isEqualTo("夜间施工扰民");
            assertThat(browser.run("return document.activeElement.id")).isEqualTo("noisy-reason");
            browser.screenshot("limits-refused-zh");

            browser.open(address() + "/admin/limits?of=410102");
            browser.screenshot("limits-district-zh");
            type(browser, "reason-CONFIRM", "恢复全市标准");
            browser.click(By.cssSelector("form:has(#minutes-CONFIRM) [formaction]"));
            browser.waitFor(ExpectedConditions.urlContains("done"));
            assertThat(browser.see(By.id("minutes-CONFIRM")).getAttribute("value"))
                    .isEqualTo("30");
        }
    }

    private static void type(Browser browser, String field, String words) {
        var input = browser.see(By.id(field));
        input.clear();
        input.sendKeys(words);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
