package org.gridcase.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.gridcase.past.WrittenPast;
import org.gridcase.policy.Drafts;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a city with a past of two months. */
@BrowserTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/what-if",
            "gridcase.demo.enabled=true"
        })
class WhatIfIT {
    private static final String FLOW = "processes/case-handling/case-handling.bpmn";
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);
    private static boolean written;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    WhatIf whatIf;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aPast() {
        if (!written) {
            if (jdbc.sql("select count(*) from case_origin").query(Long.class).single() == 0) {
                WrittenPast.in(context, "--days=60", "--until=" + UNTIL, "--cases-per-day=300", "--seed=11");
            }
            written = true;
        }
    }

    private static Wanted wanted(int days) {
        return new Wanted(days, UNTIL, null, 1, Map.of());
    }

    private Result tried(UUID draft, Wanted wanted) {
        UUID run = whatIf.begin(draft, wanted, "analyst");
        Run done = await().atMost(Duration.ofMinutes(3))
                .until(() -> whatIf.run(draft, run), it -> it.state() != Run.State.RUNNING);
        assertThat(done.refused()).isNull();
        return Objects.requireNonNull(done.result());
    }

    private UUID draft(String title, String from, String to) {
        UUID draft = drafts.open(title, "analyst");
        String flow = new String(drafts.file(draft, FLOW), StandardCharsets.UTF_8);
        assertThat(flow).contains(from);
        drafts.put(draft, FLOW, flow.replace(from, to).getBytes(StandardCharsets.UTF_8), "analyst");
        return draft;
    }

    /** What was handled is closed without a look at it. */
    private UUID withoutCheck() {
        return draft(
                "不再核查",
                "sourceRef=\"isHandled\" targetRef=\"checkOnSite\"",
                "sourceRef=\"isHandled\" targetRef=\"toClose\"");
    }

    /** Whoever has been checked is looked at once more. */
    private UUID withSecondLook() {
        return draft(
                "二次复核",
                "<bpmn:sequenceFlow id=\"passed\" name=\"通过\" sourceRef=\"isGone\" targetRef=\"toClose\">",
                """
                <bpmn:userTask id="secondLook" name="二次复核" camunda:candidateGroups="checker@${district}" />
                <bpmn:sequenceFlow id="lookedTwice" sourceRef="secondLook" targetRef="toClose" />
                <bpmn:sequenceFlow id="passed" name="通过" sourceRef="isGone" targetRef="secondLook">""");
    }

    @Test
    void theModelInForceTellsThePastAndTheSameDraftTellsTheSame() {
        UUID draft = drafts.open("原样", "analyst");

        Result it = tried(draft, wanted(30));

        System.out.println(Report.of(it));
        assertThat(it.apart())
                .as("learnt from other days than those compared with")
                .isTrue();
        assertThat(it.after()).as("nothing changed, so nothing differs").isEqualTo(it.before());
        assertThat(it.before().arrivals()).isEqualTo(it.real().arrivals()).isGreaterThan(8_000);
        assertThat(it.before().perDay())
                .isCloseTo(it.real().perDay(), within(0.05 * it.real().perDay()));
        assertThat(it.before().late()).isCloseTo(it.real().late(), within(0.03));
        for (String step : new String[] {"handleOnSpot", "fileCase", "dispatchCase", "handleCase", "checkOnSite"}) {
            var real = it.real().step(step).orElseThrow();
            var simulated = it.before().step(step).orElseThrow();
            assertThat(simulated.visits()).as(step).isCloseTo(real.visits(), within(real.visits() / 8));
            assertThat(simulated.stayMedian()).as(step).isCloseTo(real.stayMedian(), within(0.15 * real.stayMedian()));
            assertThat(simulated.stayP90()).as(step).isCloseTo(real.stayP90(), within(0.25 * real.stayP90()));
        }
        assertThat(tried(draft, wanted(30))).as("the same seed").isEqualTo(it);
        assertThat(tried(draft, new Wanted(30, UNTIL, null, 2, Map.of())).before())
                .as("another seed")
                .isNotEqualTo(it.before());
    }

    @Test
    void aStepThatIsTakenOutShortensTheWayByWhatItTook() {
        Result it = tried(withoutCheck(), wanted(14));

        assertThat(it.before().step("checkOnSite").orElseThrow().visits()).isPositive();
        assertThat(it.after().step("checkOnSite")).isEmpty();
        assertThat(it.after().step("handleCase").orElseThrow().visits())
                .as("nothing comes back for rework")
                .isLessThan(it.before().step("handleCase").orElseThrow().visits());
        assertThat(it.after().p90Hours()).isLessThan(it.before().p90Hours());
        assertThat(it.steps())
                .filteredOn(step -> step.id().equals("checkOnSite"))
                .singleElement()
                .satisfies(step -> assertThat(step.was() && !step.is()).isTrue());
    }

    @Test
    void aNewStepNeedsAnAssumptionAndThenTakesItsTime() {
        UUID draft = withSecondLook();
        assertThat(whatIf.newSteps(draft)).containsExactly(new WhatIf.NewStep("secondLook", "二次复核", "checker"));
        refused(() -> whatIf.begin(draft, wanted(14), "analyst"), "whatif.minutes.missing");

        Result it = tried(draft, new Wanted(14, UNTIL, "410102", 1, Map.of("secondLook", new Assumed(45, "checker"))));

        var look = it.after().step("secondLook").orElseThrow();
        assertThat(look.visits()).isPositive();
        assertThat(look.workMean()).isEqualTo(45);
        assertThat(it.after().medianHours()).isGreaterThanOrEqualTo(it.before().medianHours());
        assertThat(it.after().units().keySet())
                .allSatisfy(unit -> assertThat(unit).as("of the district alone").startsWith("410102"));
    }

    @Test
    void aRuleThatMakesMoreOrLessMinorMovesTheWork() {
        UUID draft = drafts.open("没有小微", "analyst");
        String path = "processes/case-handling/minor-event.dmn";
        String table = new String(drafts.file(draft, path), StandardCharsets.UTF_8).replace(">true<", ">false<");
        drafts.put(draft, path, table.getBytes(StandardCharsets.UTF_8), "analyst");

        Result it = tried(draft, wanted(7));

        assertThat(it.after().step("handleOnSpot")).isEmpty();
        assertThat(it.after().step("handleCase").orElseThrow().visits())
                .isGreaterThan(2 * it.before().step("handleCase").orElseThrow().visits());
        assertThat(it.after().units().values().stream().mapToInt(n -> n).sum())
                .isGreaterThan(
                        it.before().units().values().stream().mapToInt(n -> n).sum());
    }

    @Test
    void oneAtATimeAndWhoeverIsStoppedLeavesNothing() {
        UUID draft = drafts.open("停下来", "analyst");
        long cases =
                jdbc.sql("select count(*) from case_event").query(Long.class).single();
        UUID run = whatIf.begin(draft, wanted(30), "analyst");
        refused(() -> whatIf.begin(draft, wanted(7), "approver"), "whatif.busy");

        whatIf.cancel(draft, run, "approver");

        assertThat(whatIf.run(draft, run).state()).isEqualTo(Run.State.CANCELLED);
        assertThat(tried(draft, wanted(1)).before().arrivals()).isPositive();
        assertThat(whatIf.run(draft, run).result()).isNull();
        assertThat(jdbc.sql("select count(*) from case_event").query(Long.class).single())
                .isEqualTo(cases);
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        UUID draft = drafts.open("不合理的要求", "analyst");
        refused(() -> whatIf.begin(draft, wanted(0), "analyst"), "whatif.days.refused");
        refused(() -> whatIf.begin(draft, wanted(61), "analyst"), "whatif.days.refused");
        refused(() -> whatIf.begin(draft, wanted(7), "handler"), "whatif.notYours");
        refused(() -> whatIf.begin(UUID.randomUUID(), wanted(7), "analyst"), "policy.draft.none");
        refused(
                () -> whatIf.begin(draft, new Wanted(7, LocalDate.MAX, null, 1, Map.of()), "analyst"),
                "whatif.until.refused");
        refused(
                () -> whatIf.begin(draft, new Wanted(7, UNTIL, "999999", 1, Map.of()), "analyst"),
                "whatif.district.refused");
        refused(
                () -> whatIf.begin(draft, new Wanted(7, UNTIL, "'; --", 1, Map.of()), "analyst"),
                "whatif.district.refused");
        refused(
                () -> whatIf.begin(draft, new Wanted(7, UNTIL, null, 1, Map.of("x", new Assumed(-1, ""))), "analyst"),
                "whatif.minutes.refused");
        refused(
                () -> whatIf.begin(
                        draft, new Wanted(7, UNTIL, null, 1, Map.of("x", new Assumed(1, "king"))), "analyst"),
                "whatif.role.refused");
        UUID bad = draft("脚本", "${route}", "${''.getClass()}");
        refused(() -> whatIf.begin(bad, wanted(7), "analyst"), "policy.guard.refused");
        refused(
                () -> whatIf.begin(draft, new Wanted(7, LocalDate.of(2020, 1, 1), null, 1, Map.of()), "analyst"),
                "whatif.noCases");
    }

    private static void refused(Runnable work, String key) {
        assertThatThrownBy(work::run).isInstanceOf(Refusal.class).hasMessage(key);
    }

    @Test
    void anAnalystTriesADraftOnThePage() {
        String page = "/policy/drafts/" + withSecondLook() + "/what-if";
        try (var analyst = Browser.desktop().signIn(address(), "analyst").open(address() + page)) {
            analyst.see(By.id("days")).clear();
            analyst.see(By.id("days")).sendKeys("14");
            analyst.run("document.getElementById('until').value = '2026-10-31'");
            analyst.see(By.id("minutes-secondLook")).sendKeys("45");
            Axe.assertNothingSerious(analyst.driver());
            analyst.screenshot("what-if-form-zh");
            analyst.see(By.id("minutes-secondLook")).sendKeys(Keys.ENTER);
            analyst.waitFor(driver ->
                    !driver.findElements(By.cssSelector(".gc-whatif-verdict")).isEmpty());
            assertThat(analyst.see(By.id("run")).getText()).contains("二次复核", "新增", "模拟误差", "这次推演的假设", "每件 45 分钟");
            look(analyst, "what-if-zh");
        }
        look(Browser::englishDesktop, "what-if-en", page);
        look(Browser::phone, "what-if-zh-phone", page);
        look(Browser::englishPhone, "what-if-en-phone", page);
    }

    private void look(Supplier<Browser> kind, String name, String page) {
        try (var browser = kind.get().signIn(address(), "approver").open(address() + page)) {
            look(browser, name);
        }
    }

    private static void look(Browser browser, String name) {
        browser.see(By.cssSelector(".gc-whatif-verdict"));
        Axe.assertNothingSerious(browser.driver());
        assertThat(browser.run("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of " + name)
                .isEqualTo(true);
        browser.run("document.getElementById('run').scrollIntoView()");
        browser.screenshot(name);
        browser.run("document.querySelector('.gc-whatif-bars').scrollIntoView()");
        browser.screenshot(name + "-bars");
        browser.run("document.querySelector('.gc-whatif-table').scrollIntoView()");
        browser.screenshot(name + "-table");
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
