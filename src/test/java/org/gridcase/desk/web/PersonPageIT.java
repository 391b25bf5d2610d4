package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.gridcase.casework.Cases;
import org.gridcase.intake.Receipt;
import org.gridcase.intake.Report;
import org.gridcase.intake.Reports;
import org.gridcase.photo.Uploader;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserCityTest
class PersonPageIT {
    private static final String PHONE = "13912341234";

    @LocalServerPort
    int port;

    @Autowired
    Reports reports;

    @Autowired
    Cases cases;

    @Autowired
    Flow flow;

    private Receipt reported() {
        Receipt receipt = reports.submit(
                new Report(
                        "resident",
                        "resident",
                        Uploader.holding("person-page"),
                        "路面塌陷，请打" + PHONE + "找我",
                        Flow.SOMEWHERE,
                        "东风路3号楼2单元501室门口",
                        "L01001",
                        List.of(),
                        new Report.Contact("欧阳小明", PHONE, "ouyang@example.org")),
                null);
        flow.run(receipt.caseId());
        return receipt;
    }

    @Test
    void aReporterIsMaskedAndShownForAReasonInBothLanguagesOnEitherScreen() {
        String page = address() + "/cases/" + reported().caseId();

        reveal(Browser::desktop, page, "reveal-zh");
        reveal(Browser::englishDesktop, page, "reveal-en");
        reveal(Browser::phone, page, "reveal-zh-phone");
        reveal(Browser::englishPhone, page, "reveal-en-phone");
    }

    private void reveal(Supplier<Browser> kind, String page, String name) {
        try (var browser = kind.get().signIn(address(), "filing").open(page)) {
            browser.click(By.cssSelector("#person summary"));
            browser.see(By.id("words")).sendKeys("回访核实");
            looksRight(browser, name);
            assertThat(browser.driver().getPageSource()).doesNotContain(PHONE);

            browser.click(By.cssSelector("#person button"));

            assertThat(browser.see(By.cssSelector("#person [role=status]")).getText())
                    .isNotBlank();
            assertThat(browser.see(By.cssSelector("#person dl")).getText()).contains("欧阳小明", PHONE);
            looksRight(browser, name + "-shown");
            browser.open(page);
            assertThat(browser.driver().getPageSource()).doesNotContain(PHONE);
        }
    }

    @Test
    void anAdministratorFindsAndErasesInBothLanguagesOnEitherScreen() {
        Receipt receipt = reported();
        cases.annulAnyTime(receipt.caseId(), "supervisor", "不是案件");

        persons(Browser::desktop, "persons-zh");
        persons(Browser::englishDesktop, "persons-en");
        persons(Browser::phone, "persons-zh-phone");
        persons(Browser::englishPhone, "persons-en-phone");
        try (var browser = Browser.desktop().signIn(address(), "admin").open(address() + "/admin/persons")) {
            browser.see(By.id("query")).sendKeys(receipt.number());
            browser.click(By.cssSelector(".gc-filter button"));
            browser.click(By.cssSelector("input[name=case]"));
            browser.see(By.id("reason")).sendKeys("本人申请");
            browser.click(By.cssSelector(".btn-outline-danger"));
            assertThat(browser.see(By.cssSelector("[role=status]")).getText()).contains("已删除，编号");
            looksRight(browser, "persons-erased-zh");
        }
    }

    private void persons(Supplier<Browser> kind, String name) {
        try (var browser = kind.get().signIn(address(), "admin").open(address() + "/admin/persons")) {
            browser.see(By.id("query")).sendKeys("139 1234 1234");
            browser.click(By.cssSelector(".gc-filter button"));
            browser.see(By.cssSelector("input[name=case]"));
            looksRight(browser, name);
        }
    }

    private void looksRight(Browser browser, String name) {
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
