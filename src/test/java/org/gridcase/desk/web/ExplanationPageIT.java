package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may see a case reads on its page why it was decided so. */
@BrowserCityTest
class ExplanationPageIT {
    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theSentenceTheRowAndTodaysRulesStandOnThePageAndTheKeyboardReachesThem() {
        CaseId id = CaseWalks.filed(flow, "路口塌了一块，派给电力");
        String other = jdbc.sql("select code from unit where district = '410102' and kind = 'power' limit 1")
                .query(String.class)
                .single();
        flow.complete("dispatch", id, "outcome", "dispatched", "unit", other, "reason", "电缆沟塌陷，权属电力");
        try (var browser = Browser.desktop().signIn(address(), "supervisor").open(address() + "/cases/" + id)) {
            assertThat(browser.see(By.id("why")).getText()).contains("为什么是这个单位？", "R02", "电缆沟塌陷，权属电力");
            browser.see(By.cssSelector("#today a")).sendKeys(Keys.ENTER);
            browser.waitFor(
                    driver -> driver.findElement(By.id("today")).getText().contains("结论都一样"));
            assertThat(browser.driver().getCurrentUrl()).as("in place").endsWith("/cases/" + id);
            Axe.assertNothingSerious(browser.driver());
            browser.run("document.getElementById('why').scrollIntoView()");
            browser.screenshot("why-zh");
            browser.run("document.getElementById('today').scrollIntoView()");
            browser.screenshot("why-today-zh");
        }
        look(Browser::englishDesktop, "why-en", id);
        look(Browser::phone, "why-zh-phone", id);
        look(Browser::englishPhone, "why-en-phone", id);
    }

    private void look(Supplier<Browser> kind, String name, CaseId id) {
        try (var browser = kind.get().signIn(address(), "supervisor")) {
            for (String page : new String[] {"", "/explanation/today"}) {
                browser.open(address() + "/cases/" + id + page).see(By.id("today"));
                Axe.assertNothingSerious(browser.driver());
                assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("no sideways scrolling of " + name)
                        .isEqualTo(true);
                browser.run("(document.getElementById('why') || document.getElementById('main')).scrollIntoView()");
                browser.screenshot(name + page.replace('/', '-'));
            }
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
