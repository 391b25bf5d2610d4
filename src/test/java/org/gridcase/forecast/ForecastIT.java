package org.gridcase.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gridcase.past.WrittenPast;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** In a city whose lamps go by the forecast; first there is no past, then it is learnt from. */
@BrowserTest
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/forecast",
            "gridcase.demo.enabled=true",
            "gridcase.forecast.yellow=true",
            "gridcase.forecast.yellow-from=0.02"
        })
@Import({Flow.class, Http.class, WebApps.class})
@TestMethodOrder(OrderAnnotation.class)
class ForecastIT {
    private static final String MANHOLE = "C01002";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Lessons lessons;

    @Autowired
    Models models;

    @Autowired
    Histories histories;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Flow flow;

    @Autowired
    WebApps webApps;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    @Order(1)
    void withoutAnythingToLearnFromItSaysSo() {
        assertThat(lessons.learn("test")).isEmpty();
        assertThat(LearnCommand.told(Optional.empty(), quiet())).isEqualTo(1);
        assertThat(forecasts.learnt()).isEmpty();
        assertThat(webApps.staff("admin").get("/admin/forecast").body()).contains("还没有学到什么");
    }

    @Test
    @Order(2)
    void itLearnsMoreThanTheRuleKnows() {
        WrittenPast.in(context, "--days=75", "--until=2026-11-01", "--cases-per-day=400", "--seed=11");

        Measures it = lessons.learn("test").orElseThrow();

        assertThat(LearnCommand.told(Optional.of(it), quiet())).isZero();
        assertThat(it.brier()).as("off by less than the rule").isLessThan(0.95 * it.ruleBrier());
        assertThat(it.early()).as("found as soon as they are dispatched").isGreaterThan(0.2);
        double said10 = it.bins().stream()
                .mapToDouble(bin -> bin.cases() * Math.abs(bin.said() - bin.was()))
                .sum();
        assertThat(said10 / it.tried())
                .as("what it says comes true about as often")
                .isLessThan(0.07);
        assertThat(it.bins().stream().mapToInt(Measures.Bin::cases).sum()).isEqualTo(it.tried());
    }

    @Test
    @Order(3)
    void theSameCasesTeachTheSame() {
        List<History> last = histories.last(3_000);
        assertThat(Learner.learn(last)).isEqualTo(Learner.learn(last));
        Weights kept = models.last().orElseThrow().weights();
        var it = last.get(0).situation();
        assertThat(jdbc.queryForObject(
                        "select weights ->> 'offset' from forecast_model order by version desc limit 1", Double.class))
                .isEqualTo(kept.offset());
        assertThat(kept.probability(it.at(0.95))).isGreaterThan(kept.probability(it.at(0.05)));
    }

    @Test
    @Order(4)
    void aCaseThatIsHandledShowsItAndNobodySeesItOfAnotherDistrict() throws IOException {
        CaseId id = dispatched();
        Forecast it = forecasts.of(flow.facts(id)).orElseThrow();
        assertThat(it.probability()).isBetween(0.0, 1.0);

        String page = webApps.staff("supervisor").get("/cases/" + id).body();
        assertThat(page).contains("超时预测", Math.round(100 * it.probability()) + " %");
        assertThat(webApps.staff("supervisor2").get("/cases/" + id).body()).doesNotContain("超时预测");
        assertThat(webApps.staff("admin").get("/admin/forecast").body()).contains("预测与实际", "黄灯：按预测提前");
        look("/cases/" + id, "supervisor", "forecast-case");
        look("/admin/forecast", "admin", "forecast");
    }

    @Test
    @Order(5)
    void lampsTurnYellowSoonerOnlyWhereLatenessIsForeseen() {
        CaseId foreseen = dispatched();
        assertThat(yellowShare(foreseen)).isCloseTo(0.5, within(1e-9));

        jdbc.update("update forecast_model set weights = jsonb_set(weights, '{offset}', '-50')");
        jdbc.update(
                "insert into forecast_model (learnt_at, learnt_by, cases, weights, measures)"
                        + " select learnt_at, learnt_by, cases, weights, measures from forecast_model order by version desc limit 1");
        models.look();

        assertThat(yellowShare(dispatched())).isCloseTo(0.8, within(1e-9));
    }

    private void look(String path, String account, String name) throws IOException {
        for (String language : List.of("zh", "en")) {
            for (boolean phone : List.of(false, true)) {
                try (var browser = phone ? Browser.phone() : Browser.desktop()) {
                    signIn(browser, account);
                    browser.open("http://localhost:" + port + "/language/" + language);
                    browser.open("http://localhost:" + port + path);
                    browser.see(By.tagName("h1"));
                    Axe.assertNothingSerious(browser.driver());
                    ((JavascriptExecutor) browser.driver())
                            .executeScript(
                                    "document.querySelector('.gc-forecast, .gc-bin').scrollIntoView({block: 'center'})");
                    browser.screenshot(name + "-" + language + (phone ? "-phone" : ""));
                }
            }
        }
    }

    private void signIn(Browser browser, String account) {
        browser.open("http://localhost:" + port + "/gridcase/theme.css");
        ((JavascriptExecutor) browser.driver()).executeAsyncScript("""
                        const [account, done] = arguments;
                        document.cookie = 'GC-CSRF=test; path=/';
                        fetch('/sign-in', {method: 'POST', redirect: 'manual', headers: {'X-GC-CSRF': 'test'},
                          body: new URLSearchParams({username: account, password: 'demo'})}).then(() => done())""", account);
    }

    private double yellowShare(CaseId id) {
        return jdbc.queryForObject(
                "select yellow_share from case_clock where case_id = ? and clock = 'HANDLING'",
                Double.class,
                id.value());
    }

    private CaseId dispatched() {
        CaseId id = flow.report("井盖破损", MANHOLE).caseId();
        flow.run(id)
                .complete(
                        "filing",
                        id,
                        "outcome",
                        "filed",
                        "row",
                        String.valueOf(flow.facts(id).proposedRow()))
                .complete(
                        "dispatch",
                        id,
                        "outcome",
                        "dispatched",
                        "unit",
                        String.valueOf(flow.facts(id).proposedUnit()));
        return id;
    }

    private static PrintStream quiet() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
