package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.ChainCheck;
import org.gridcase.audit.Subject;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserCityTest
class AuditPageIT {
    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    Audit audit;

    @Autowired
    ChainCheck chain;

    @Test
    void everybodyCanReadThePageInBothLanguagesOnEitherScreen() {
        CaseId id = CaseWalks.reported(flow, "审计页");
        var erased = new Subject("person", "4711");
        audit.note(new AuditEntry("leader", "case.move", Subject.of(id), "派错了又退不回", Map.of("to", "route")));
        audit.note(new AuditEntry("admin", "case.move", erased, "张三要求", Map.of()));
        audit.erase(erased, "admin", "本人申请");
        chain.run(day -> {});

        look(Browser::desktop, "audit-zh");
        look(Browser::englishDesktop, "audit-en");
        look(Browser::phone, "audit-zh-phone");
        look(Browser::englishPhone, "audit-en-phone");
    }

    @Test
    void aFilterThatFindsNothingSaysSoAndLeadsBack() {
        try (var browser = Browser.desktop().signIn(address(), "admin").open(address() + "/admin/audit")) {
            browser.see(By.id("actor")).sendKeys("nobody-at-all");
            browser.click(By.cssSelector(".gc-filter .btn-primary"));
            assertThat(browser.see(By.cssSelector(".gc-empty")).getText()).contains("没有记录");
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("audit-empty-zh");
            browser.click(By.cssSelector(".gc-empty a"));
            browser.see(By.cssSelector(".gc-cases tbody tr"));
        }
    }

    private void look(Supplier<Browser> kind, String name) {
        try (var browser = kind.get().signIn(address(), "admin").open(address() + "/admin/audit")) {
            browser.see(By.cssSelector(".gc-cases tbody tr"));
            Axe.assertNothingSerious(browser.driver());
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("no sideways scrolling of " + name)
                    .isEqualTo(true);
            browser.screenshot(name);
        }
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
