package org.gridcase.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.identity.Actors;
import org.gridcase.policy.Draft.State;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Releases;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An approver finds drafts in the Tasklist, and what they do there is done on the policy pages too. */
@BrowserCityTest
class DraftTaskIT {
    private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");
    private static final String EXAMPLES = "rules/routing/cases.csv";
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    Drafts drafts;

    @Autowired
    Releases releases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    @AfterEach
    void theFirstAgain() {
        while (releases.inForce().number() > 1) {
            drafts.rollBack(releases.inForce().number(), "approver", "测试结束");
        }
    }

    @Test
    void anApproverApprovesAndPublishesInTheTasklist() {
        UUID draft = checked("回访等两周");
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "approver").open(form(draft));
            assertThat(browser.see(By.cssSelector("gc-draft .gc-case-number")).getText())
                    .isEqualTo("回访等两周");
            assertThat(browser.see(By.cssSelector("gc-draft .gc-files")).getText())
                    .contains(EXAMPLES, FLOW, "已改");
            browser.waitFor(any -> String.valueOf(
                            browser.run(
                                    "return [...document.querySelectorAll('.gc-tasklist-card')].map(card => card.textContent).join()"))
                    .contains("2 个文件有改动"));
            browser.screenshot("draft-task-unclaimed-zh");
            press(browser, By.cssSelector("[ng-click='claim()']"));
            browser.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));
            press(browser, By.cssSelector("gc-choice input[value='approved']"));
            press(browser, COMPLETE);
            assertThat(browser.see(By.id("gc-reason-error")).getText()).contains("理由");
            browser.see(By.id("gc-reason")).sendKeys("已与各区商定");
            browser.screenshot("draft-task-zh");
            Axe.assertNothingSerious(browser.driver());
            press(browser, COMPLETE);
            browser.waitFor(any -> drafts.get(draft).state() == State.APPROVED);

            browser.open(at("/policy/drafts/" + draft));
            assertThat(browser.see(By.cssSelector(".gc-steps")).getText()).contains("已与各区商定");
            browser.screenshot("draft-approved-zh");
        }
        try (var phone = Browser.phone()) {
            phone.signIn(at(""), "approver").open(form(draft));
            press(phone, By.cssSelector(".gc-claim .gc-button"));
            phone.waitFor(ExpectedConditions.elementToBeClickable(COMPLETE));
            phone.screenshot("draft-publish-zh-phone");
            press(phone, By.cssSelector("gc-choice input[value='published']"));
            assertThat(phone.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            press(phone, COMPLETE);
            phone.waitFor(any -> drafts.get(draft).state() == State.PUBLISHED);
        }
        assertThat(releases.inForce().number()).isEqualTo(drafts.get(draft).release());
    }

    @Test
    void aDraftsTaskAndPageReadInBothLanguagesOnEveryWidth() {
        UUID draft = checked("塌陷改派水务");
        look(Browser::englishDesktop, "draft-task-en", draft);
        look(Browser::phone, "draft-task-zh-phone", draft);
        look(Browser::englishPhone, "draft-task-en-phone", draft);
        page(Browser::desktop, "draft-doors-zh", draft);
        page(Browser::englishPhone, "draft-doors-en-phone", draft);
        drafts.withdraw(draft, "analyst", "试完");
    }

    private void look(Supplier<Browser> kind, String name, UUID draft) {
        try (var browser = kind.get().signIn(at(""), "approver").open(form(draft))) {
            browser.see(By.cssSelector("gc-draft .gc-files"));
            browser.screenshot(name);
            Axe.assertNothingSerious(browser.driver());
        }
    }

    private void page(Supplier<Browser> kind, String name, UUID draft) {
        try (var browser = kind.get().signIn(at(""), "analyst").open(at("/policy/drafts/" + draft))) {
            browser.see(By.id("files"));
            Axe.assertNothingSerious(browser.driver());
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            browser.screenshot(name);
        }
    }

    private String form(UUID draft) {
        return at("/camunda/app/tasklist/default/#/?task="
                + inbox.find(actors.of("approver"), new CaseId(draft))
                        .orElseThrow()
                        .id());
    }

    private UUID checked(String title) {
        UUID draft = drafts.open(title, "analyst");
        put(draft, EXAMPLES, text(draft, EXAMPLES).replace("路面塌陷", "路面塌陷了"));
        put(draft, FLOW, text(draft, FLOW).replace(">P7D<", ">P14D<"));
        assertThat(drafts.check(draft, "analyst")).isEmpty();
        return draft;
    }

    private String text(UUID draft, String path) {
        return new String(drafts.file(draft, path), StandardCharsets.UTF_8);
    }

    private void put(UUID draft, String path, String content) {
        drafts.put(draft, path, content.getBytes(StandardCharsets.UTF_8), "analyst");
    }

    private static void press(Browser browser, By what) {
        var element = browser.see(what);
        ((JavascriptExecutor) browser.driver())
                .executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        browser.click(what);
    }
}
