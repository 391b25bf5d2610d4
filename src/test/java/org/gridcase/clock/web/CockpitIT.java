package org.gridcase.clock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridcase.clock.Watches;
import org.gridcase.desk.CaseWalks;
import org.gridcase.grid.Grids;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.GeoPoint;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserCityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What supervisors see of deadlines in the Cockpit. */
@BrowserCityTest
class CockpitIT {
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final List<String> CLASSES = List.of("L01001", "M06010", "M06012", "L01006", "M07001", "M09005");
    private static final By TILE = By.cssSelector(".gc-tile-red strong");

    private static boolean atWork;
    private static CaseId worst = CaseId.next();
    private static CaseId handled = CaseId.next();

    @LocalServerPort
    int port;

    @Autowired
    Watches watches;

    @Autowired
    Flow flow;

    @Autowired
    Grids grids;

    @Autowired
    JdbcClient jdbc;

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    /** Cases at many stages, more and less late, and a quarter of a year behind them. */
    @BeforeEach
    void aDistrictAtWork() {
        if (atWork) {
            return;
        }
        atWork = true;
        Instant now = Instant.now();
        for (int i = 0; i < 14; i++) {
            CaseId id = i % 3 == 0
                    ? CaseWalks.dispatched(flow, "路面塌陷 " + i)
                    : flow.report(place(i), "路边有情况 " + i, CLASSES.get(i % CLASSES.size()))
                            .caseId();
            flow.run(id);
            due(id, now.minus(7, ChronoUnit.HOURS).plus(i * 50L, ChronoUnit.MINUTES));
        }
        worst = CaseWalks.dispatched(flow, "最久的一件");
        due(worst, now.minus(3, ChronoUnit.DAYS));
        watches.begin(worst, "supervisor", "多次投诉", "今天办结", 4);
        handled = CaseWalks.handled(flow, "已经处置");
        for (int i = 0; i < 8; i++) {
            ended(CaseWalks.filed(flow, "办完的 " + i), now.minus(i * 5L, ChronoUnit.HOURS), i);
        }
        CaseId done = CaseWalks.handled(flow, "办完了");
        flow.complete("checker", done, "outcome", "passed").timeRunsOut(done);
        jdbc.sql("update act_hi_actinst set duration_ = 60000 * length(act_id_) * 9 where act_type_ = 'userTask'")
                .update();
        jdbc.sql("""
                        insert into due_count
                        select hour, district, street, case street when '*' then '*' else '' end,
                          case street when '*' then '*' else 'L01' end, due, greatest(0, due * (extract(hour from hour)::int % 7) / 30)
                        from (select hour, unnest(array['410102', '410103']) as district, s.street,
                            (20 + 15 * sin(extract(epoch from hour) / 80000) - abs(extract(hour from hour) - 11))::int as due
                          from generate_series(date_trunc('day', now()) - interval '90 days', now(), '1 hour') hour,
                            (values ('*'), ('410102001')) s (street)) d
                        where due > 0 and extract(hour from hour) between 6 and 20 on conflict do nothing""").update();
    }

    @AfterAll
    static void over() {
        atWork = false;
    }

    private static GeoPoint place(int n) {
        return new GeoPoint(113.60 + n * 0.002, 34.75 + n * 0.001);
    }

    private void due(CaseId id, Instant due) {
        jdbc.sql("update city_case set due_at = :due, yellow_at = :yellow, late = :late where id = :id")
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("yellow", due.minus(2, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("late", due.isBefore(Instant.now()))
                .param("id", id.value())
                .update();
        jdbc.sql("""
                        update act_ru_task t set due_date_ = :due, priority_ = :priority from act_ru_execution e
                        where e.business_key_ = :id and t.proc_inst_id_ = e.id_""")
                .param("due", Timestamp.from(due))
                .param("priority", due.minus(2, ChronoUnit.HOURS).isBefore(Instant.now()) ? 60 : 50)
                .param("id", id.toString())
                .update();
        jdbc.sql("""
                        update case_clock set due_at = :due, yellow_at = :yellow, counting = 'CONTINUOUS', consumed_ms = 0,
                          running_since = started_at,
                          budget_ms = extract(epoch from (cast(:due as timestamptz) - started_at)) * 1000
                        where case_id = :id and state = 'RUNNING'""")
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("yellow", due.minus(2, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private void ended(CaseId id, Instant closed, int n) {
        jdbc.sql("""
                        update city_case set stage = 'CLOSED', closed_at = :closed, late = :late, unit = proposed_unit,
                          due_at = :closed where id = :id""")
                .param("closed", closed.atOffset(ZoneOffset.UTC))
                .param("late", n % 4 == 1)
                .param("id", id.value())
                .update();
        jdbc.sql("update case_origin set reported_at = :at where case_id = :id")
                .param("at", closed.minus(20L + n * 7, ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private String number(CaseId id) {
        return flow.facts(id).number();
    }

    private static String seen(Browser browser) {
        return String.valueOf(browser.run("return document.body.innerText"));
    }

    private static void noKeys(Browser browser) {
        assertThat(seen(browser)).as("keys instead of words").doesNotContainPattern("[A-Z]{3,}_[A-Z]{3,}");
    }

    @Test
    void theDashboardShowsHowTheDistrictDoesAndWhatIsWorst() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor").open(at(COCKPIT + "#/dashboard"));
            assertThat(Integer.parseInt(browser.see(TILE).getText())).isPositive();
            browser.waitFor(any -> seen(browser).contains(number(worst)));
            WebElement first = browser.see(By.cssSelector(".gc-dashboard > div > .gc-part tbody tr"));
            assertThat(first.getText()).contains(number(worst), "督办", "超时 3 天");
            noKeys(browser);
            browser.screenshot("cockpit-dashboard");
            Axe.assertNothingSerious(browser.driver());
        }
    }

    @Test
    void aPageNarrowsTheCasesAndLeadsToThem() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor").open(at(COCKPIT + "#/gridcase-deadlines"));
            browser.see(By.cssSelector(".gc-trend"));
            browser.see(By.cssSelector(".gc-heat"));
            browser.see(By.cssSelector(".gc-list tbody tr"));
            browser.screenshot("cockpit-deadlines");
            Axe.assertNothingSerious(browser.driver());
            browser.click(By.cssSelector(".gc-tile-yellow"));
            browser.waitFor(any -> !seen(browser).contains(number(worst)));
            browser.waitFor(any -> !browser.driver()
                    .findElements(By.cssSelector(".gc-list tbody tr"))
                    .isEmpty());
            assertThat(browser.driver().findElements(By.cssSelector(".gc-list .gc-lamp-red, .gc-list .gc-lamp-green")))
                    .isEmpty();
            browser.click(By.cssSelector(".gc-filters .btn"));
            browser.waitFor(any -> seen(browser).contains(number(worst)));
            browser.click(By.linkText(number(worst)));
            browser.waitFor(ExpectedConditions.urlContains("/cases/" + worst));
        }
    }

    @Test
    void theDiagramTellsWhatWaitsWhereAndHowLongItTakes() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor")
                    .open(at(COCKPIT + "#/process-definition/"
                            + flow.instance(worst).getProcessDefinitionId() + "/runtime"));
            browser.see(By.cssSelector(".gc-overlay .gc-lamp-red"));
            assertThat(browser.see(By.cssSelector(".gc-overlay-time")).getText())
                    .startsWith("中位");
            noKeys(browser);
            browser.screenshot("cockpit-definition");
            browser.click(By.xpath("//*[contains(@class, 'nav-tabs')]//a[contains(., '办结案件')]"));
            browser.see(By.cssSelector(".gc-list tbody tr"));
            browser.screenshot("cockpit-definition-ended");
        }
    }

    @Test
    void anInstanceShowsItsCasesLedger() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor")
                    .open(at(COCKPIT + "#/process-instance/"
                            + flow.instance(handled).getId() + "/runtime?detailsTab=gridcase-ledger"));
            browser.waitFor(any -> seen(browser).contains("计时台账"));
            browser.click(By.partialLinkText("计时台账"));
            browser.waitFor(any -> seen(browser).contains(number(handled)));
            assertThat(seen(browser)).contains("受理", "派遣", "处置", "核查");
            noKeys(browser);
            browser.screenshot("cockpit-ledger");
            Axe.assertNothingSerious(browser.driver());
        }
    }

    @Test
    void endedCasesAreLookedUp() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor").open(at(COCKPIT + "#/gridcase-ended"));
            browser.see(By.cssSelector(".gc-list tbody tr"));
            browser.screenshot("cockpit-ended");
            Axe.assertNothingSerious(browser.driver());
            browser.see(By.name("outcome")).sendKeys("超时");
            browser.waitFor(any -> browser.driver()
                    .findElements(By.cssSelector(".gc-list .gc-lamp-green"))
                    .isEmpty());
            assertThat(browser.driver().findElements(By.cssSelector(".gc-list .gc-lamp-red")))
                    .isNotEmpty();
        }
    }

    @Test
    void onAPhoneItIsReadToo() {
        try (var browser = Browser.phone()) {
            browser.signIn(at(""), "supervisor").open(at(COCKPIT + "#/gridcase-deadlines"));
            browser.see(By.cssSelector(".gc-list tbody tr"));
            assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing beyond the edge")
                    .isEqualTo(true);
            browser.screenshot("cockpit-phone");
        }
    }

    @Test
    void anotherDistrictsSupervisorSeesNothingOfIt() {
        try (var browser = Browser.desktop()) {
            browser.signIn(at(""), "supervisor2").open(at(COCKPIT + "#/gridcase-deadlines"));
            browser.see(By.cssSelector(".gc-trend"));
            browser.waitFor(any -> seen(browser).contains("没有符合条件的案件"));
            assertThat(seen(browser)).doesNotContain(number(worst), number(handled));
            browser.open(at(COCKPIT + "#/dashboard")).see(TILE);
            assertThat(browser.see(TILE).getText()).isEqualTo("0");
            browser.screenshot("cockpit-other-district");
        }
    }

    @Test
    void whoeverReadsEnglishReadsItHereToo() {
        try (var browser = Browser.englishDesktop()) {
            browser.signIn(at(""), "supervisor").open(at(COCKPIT + "#/gridcase-deadlines"));
            browser.see(By.cssSelector(".gc-list tbody tr"));
            assertThat(seen(browser)).contains("Deadlines", "Overdue", "over", "Due and late by day");
            noKeys(browser);
            browser.screenshot("cockpit-deadlines-en");
            browser.click(By.cssSelector(".gc-language"));
            browser.waitFor(any -> seen(browser).contains("每日到期与超时"));
        }
    }
}
