package org.gridcase.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's web apps as people see them. */
@BrowserCityTest
class WebAppsIT {
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    /** A class that is minor: its grid's worker settles it on the spot. */
    private static final String SMALL_ADS = "M07001";

    /** Markup, an AngularJS expression and SQL; each would leave a mark if anything took it for more than text. */
    private static final String HOSTILE = "<img src=x onerror=\"window.struck=1\"><script>window.struck=2</script>"
            + "{{constructor.constructor('window.struck=3')()}} Robert'); DROP TABLE city_case;-- 😀";

    private static final By WORDS = By.className("gc-case-words");
    private static final By CLAIM = By.cssSelector(".gc-claim button");

    @LocalServerPort
    int port;

    @Autowired
    Flow flow;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private CaseId minorCase() {
        CaseId id = flow.report("电线杆上贴了小广告", SMALL_ADS).caseId();
        flow.run(id);
        return id;
    }

    private String form(String account, CaseId id) {
        return at(TASKLIST + "#/?task=" + flow.task(account, id).id());
    }

    @Test
    void a_worker_reports_by_the_start_form() throws IOException {
        String words = "文化路口井盖缺失 " + System.nanoTime();
        Path photo = Files.write(folder.resolve("before.jpg"), Flow.jpeg());
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(at(TASKLIST));
            browser.click(By.cssSelector(".start-process-action a"));
            browser.click(By.cssSelector(".modal-body .processes a"));
            WebElement map = browser.see(By.cssSelector("gc-place .leaflet-container"));
            Axe.assertNothingSerious(browser.driver());
            browser.see(By.id("gc-description")).sendKeys(words);
            browser.driver()
                    .findElement(By.cssSelector("gc-photos input[type=file]"))
                    .sendKeys(photo.toString());
            browser.waitFor(ExpectedConditions.attributeToBeNotEmpty(
                    browser.driver().findElement(By.id("gc-photos")), "value"));
            browser.waitFor(any -> Boolean.TRUE.equals(
                    browser.run("return document.querySelector('.gc-photo img').naturalWidth > 0")));
            map.click();
            browser.waitFor(
                    ExpectedConditions.attributeToBeNotEmpty(browser.driver().findElement(By.id("gc-place")), "value"));
            browser.screenshot("tasklist-start-form");
            browser.click(By.cssSelector(".modal-footer .btn-primary"));
            browser.waitFor(any -> !reported(words).isEmpty());
        }
        assertThat(reported(words)).containsExactly(1);
    }

    /** How many photos each case of these words came with. */
    private List<Integer> reported(String words) {
        return jdbc.sql("""
                        select (select count(*) from case_photo p where p.case_id = c.id) from city_case c
                        join case_origin o on o.case_id = c.id where o.description = ?""").param(words).query(Integer.class).list();
    }

    @Test
    void nothing_serious_is_wrong_with_the_list_and_a_form() {
        CaseId id = minorCase();
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(at(TASKLIST)).see(By.className("gc-tasklist-card"));
            Axe.assertNothingSerious(browser.driver());
            browser.open(form("worker", id)).see(WORDS);
            Axe.assertNothingSerious(browser.driver());
            browser.click(CLAIM);
            browser.see(By.cssSelector("gc-choice input"));
            Axe.assertNothingSerious(browser.driver());
        }
    }

    @Test
    void whoever_reads_english_reads_it_everywhere() {
        CaseId id = minorCase();
        try (var browser = Browser.englishDesktop()) {
            browser.signIn(at(""), "worker").open(form("worker", id)).see(WORDS);
            assertThat(texts(browser, "[cam-tasklist-filters] .name a")).allMatch(name -> !chinese(name));
            assertThat(texts(browser, ".task-card .names")).allMatch(name -> !chinese(name));
            assertThat(texts(browser, ".nav-tabs, .gc-label, .gc-claim, .dates, .gc-case-head, .gc-facts dt"))
                    .allMatch(text -> !chinese(text));
            assertThat(browser.driver().getTitle()).isEqualTo("GridCase Tasks");
            assertThat(browser.driver()
                            .findElement(By.cssSelector(".search-container input"))
                            .getAttribute("placeholder"))
                    .isEqualTo("Filter Tasks");
        }
    }

    private static List<String> texts(Browser browser, String selector) {
        List<String> texts = browser.driver().findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .filter(text -> !text.isBlank())
                .toList();
        assertThat(texts).as(selector).isNotEmpty();
        return texts;
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    @Test
    void the_web_apps_say_that_they_stand_in_a_demo() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor");
            for (String app : List.of("tasklist", "cockpit")) {
                browser.open(at("/camunda/app/" + app + "/default/"));
                browser.waitFor(driver -> String.valueOf(
                                browser.run(
                                        "return getComputedStyle(document.querySelector('.navbar-brand') || document.body, '::after').content"))
                        .contains("演示 Demo"));
            }
        }
    }

    @Test
    void on_a_phone_the_task_takes_the_lists_place_and_there_is_a_way_back() {
        CaseId id = minorCase();
        try (var browser = Browser.phone()) {
            browser.signIn(at(""), "worker").open(form("worker", id)).see(WORDS);
            assertThat(shown(browser, ".tasks-list, .task-filters")).isEmpty();
            assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            browser.screenshot("tasklist-phone");
            browser.click(By.className("gc-back"));
            browser.see(By.className("gc-tasklist-card"));
            assertThat(shown(browser, ".task-details")).isEmpty();
        }
    }

    @Test
    void what_the_doors_refuse_is_not_offered() {
        CaseId id = minorCase();
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(form("worker", id)).see(WORDS);
            assertThat(shown(
                            browser,
                            ".create-task-action, .createCommentLink, .task-details .followup-date, .task-details .due-date, .groups,"
                                    + " [ng-click^='openModal'], [ng-click^='save('], .instance-link, .tenant-id"))
                    .isEmpty();
            assertThat(texts(browser, ".nav-tabs")).containsExactly("表单\n流程图");
            assertThat(shown(browser, ".gc-option, .gc-form .form-control, gc-photos, .form-actions button"))
                    .as("nothing to fill in before it is claimed")
                    .isEmpty();
            browser.click(CLAIM);
            browser.see(By.className("unclaim"));
            browser.waitFor(any ->
                    shown(browser, "[cam-tasklist-task-meta] [tabindex='0']").isEmpty());
        }
    }

    @Test
    void what_a_colleague_has_claimed_can_only_be_looked_at() {
        CaseId id = minorCase();
        inbox.claim(actors.of("substitute"), flow.task("substitute", id).id());
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "worker").open(form("worker", id)).see(WORDS);
            assertThat(browser.see(By.className("gc-held")).getText()).contains("同事");
            assertThat(shown(browser, ".gc-claim, .gc-option, .gc-form .form-control, gc-photos, .form-actions button"))
                    .isEmpty();
        }
    }

    private static List<String> shown(Browser browser, String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .map(element -> element.getAttribute("outerHTML"))
                .toList();
    }

    @Test
    void hostile_words_are_text_in_the_tasklist() {
        CaseId id = flow.report(HOSTILE, "L01001").caseId();
        flow.run(id);
        CaseId unclear = flow.report("喂" + HOSTILE, null).caseId();
        flow.run(unclear);
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "filing").open(form("filing", id));
            assertThat(browser.see(WORDS).getText()).isEqualTo(HOSTILE);
            String start = ("喂" + HOSTILE).substring(0, 30);
            browser.waitFor(any -> texts(browser, ".gc-tasklist-card").stream().anyMatch(card -> card.contains(start)));
            harmless(browser);
            browser.open(form("filing", unclear));
            browser.waitFor(ExpectedConditions.textToBe(WORDS, "喂" + HOSTILE));
            harmless(browser);
        }
    }

    @Test
    void hostile_words_never_reach_the_cockpit() {
        CaseId id = flow.report(HOSTILE, "L01001").caseId();
        flow.run(id);
        flow.complete("filing", id, "outcome", "confirm", "reason", HOSTILE);
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor")
                    .open(at(COCKPIT + "#/process-instance/" + flow.instance(id).getId() + "/runtime"));
            browser.see(By.className("djs-container"));
            browser.waitFor(any -> seen(browser).contains("410102"));
            for (String tab : List.of("变量", "人工任务", "异常", "作业")) {
                browser.click(By.xpath("//ul[contains(@class, 'nav-tabs')]//a[. = '" + tab + "']"));
                browser.see(By.xpath("//li[contains(@class, 'active')]/a[. = '" + tab + "']"));
                assertThat(seen(browser)).doesNotContain("struck", "DROP TABLE");
                harmless(browser);
            }
        }
    }

    private static String seen(Browser browser) {
        return String.valueOf(browser.run("return document.body.innerText"));
    }

    private static void harmless(Browser browser) {
        assertThat(browser.run("return window.struck ?? null")).isNull();
        assertThat(browser.driver().findElements(By.cssSelector("img[src=x]"))).isEmpty();
    }

    @Test
    void the_cockpit_and_the_start_page_bear_our_name() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor")
                    .open(at(COCKPIT + "#/processes"))
                    .see(By.className("brand-name"));
            ours(browser, "网格案 流程监控");
            assertThat(
                            browser.run(
                                    "const bar = document.querySelector('[cam-widget-header]').getBoundingClientRect();"
                                            + "return document.querySelector('.ctn-main').getBoundingClientRect().top - bar.bottom < 4"))
                    .as("no gap where the banner was")
                    .isEqualTo(true);
            browser.see(By.cssSelector(".section-toggle"));
            assertThat(seen(browser)).as("keys instead of words").doesNotContainPattern("[A-Z]{3,}_[A-Z]{3,}");
            Axe.assertNothingSerious(browser.driver());
            browser.open(at("/camunda/app/welcome/default/")).see(By.className("brand-name"));
            ours(browser, "网格案 首页");
        }
    }

    private static void ours(Browser browser, String name) {
        browser.waitFor(ExpectedConditions.titleContains("网格案"));
        assertThat(browser.see(By.className("brand-name")).getText()).isEqualTo(name);
        assertThat(browser.driver().getTitle()).doesNotContain("Camunda");
        assertThat(shown(browser, ".ce-eol-banner, .brand-logo svg")).isEmpty();
        assertThat(browser.run("return document.querySelector('link[rel=icon]').getAttribute('href')"))
                .isEqualTo("/gridcase/mark.svg");
    }
}
