package org.gridcase.identity.roster.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserCityTest
class StaffPageIT {
    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Scopes scopes;

    @BeforeEach
    void somebodyNew() {
        staff.enrol(List.of(new StaffMember("probe", "新来者")));
        staff.grant("probe", Set.of(Grant.of("handler@410102")));
    }

    @AfterEach
    void nobodysColleague() {
        staff.grant("probe", Set.of());
    }

    @Test
    void everybodyCanReadThePagesInBothLanguagesOnEitherScreen() {
        look(Browser::desktop, "zh");
        look(Browser::englishDesktop, "en");
        look(Browser::phone, "zh-phone");
        look(Browser::englishPhone, "en-phone");
    }

    @Test
    void aGrantIsGivenByTheKeyboardAlone() {
        try (var browser =
                Browser.desktop().signIn(address(), "admin").open(address() + "/admin/staff/person?account=probe")) {
            String district = scopes.find("410102").orElseThrow().name();
            String fiveOn = Keys.ARROW_DOWN.toString().repeat(5);
            browser.see(By.id("role")).sendKeys(fiveOn);
            browser.see(By.id("scope")).sendKeys(district);
            browser.waitFor(ExpectedConditions.presenceOfElementLocated(
                    By.cssSelector("#scopes option:first-child[value='410102']")));
            browser.see(By.id("scope")).clear();
            browser.see(By.id("scope")).sendKeys("410102", Keys.TAB, "新任", Keys.ENTER);
            assertThat(browser.see(By.className("gc-note-good")).getText()).isEqualTo("已授予。");
            assertThat(staff.grantsOf("probe")).contains(Grant.of("checker@410102"));
        }
    }

    private void look(Supplier<Browser> kind, String name) {
        try (var browser = kind.get().signIn(address(), "admin")) {
            fits(browser.open(address() + "/admin/staff"), By.cssSelector(".gc-cases tbody tr"), "staff-" + name);
            fits(browser.open(address() + "/admin/staff?words=nobody-there"), By.className("gc-empty"), "none-" + name);
            fits(browser.open(address() + "/admin/staff/person?account=probe"), By.id("scope"), "person-" + name);
        }
    }

    private static void fits(Browser browser, By what, String name) {
        browser.see(what);
        Axe.assertNothingSerious(browser.driver());
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of " + name)
                .isEqualTo(true);
        browser.screenshot(name);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
