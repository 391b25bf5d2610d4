package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.KeycloakAdmin;
import org.gridcase.testing.KeycloakServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application beside a real Keycloak: it starts before Keycloak does, and outlives it. */
@BrowserTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "server.port=${test.port}",
            "gridcase.oidc.issuer=${test.issuer}",
            "gridcase.oidc.client-secret=${test.secret}",
            "gridcase.demo.city=small",
            "gridcase.data-dir=target/test-data/keycloak"
        })
@Import({Flow.class, Http.class})
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
    private static final String CITY = "gridcase-tests";

    /** A class that is minor: its grid's worker settles it on the spot. */
    private static final String SMALL_ADS = "M07001";

    private static final By ACCOUNT = By.id("username");

    static KeycloakServer keycloak;

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void findPorts() throws IOException {
        int port = KeycloakServer.freePort();
        String secret = UUID.randomUUID().toString();
        keycloak = new KeycloakServer("http://localhost:" + port, secret);
        System.setProperty("test.address", "http://localhost:" + port);
        System.setProperty("test.port", String.valueOf(port));
        System.setProperty("test.issuer", keycloak.issuer());
        System.setProperty("test.secret", secret);
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    private KeycloakAdmin keycloak() throws IOException {
        keycloak.start();
        return keycloak.admin();
    }

    private Http.Caller bearing(String token) {
        return http.anybody().with("Authorization", "Bearer " + token);
    }

    private CaseId reported() {
        return flow.report("路面塌陷，有一个大坑", "C01002").caseId();
    }

    @Test
    @Order(1)
    void whoeverComesWhileKeycloakIsAwayIsToldSoInTheirLanguage() {
        var chinese = http.anybody().speaking("zh-CN").get("/sign-in");
        assertThat(chinese.status()).isEqualTo(503);
        assertThat(chinese.body()).contains("登录服务暂时连不上").doesNotContain("Exception", "演示环境");
        assertThat(http.anybody().speaking("en").get("/sign-in").body()).contains("cannot be reached at the moment");
        var machine = bearing("eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.c2ln").get("/api/cases");
        assertThat(machine.status()).isEqualTo(503);
        assertThat(machine.json().path("code").asText()).isEqualTo("identity.keycloak.unreachable");
    }

    @Test
    @Order(2)
    void aTokenOpensTheInterfacesAsFarAsItsRolesGo() throws IOException {
        var clerk = bearing(keycloak().token(CITY, "shen"));
        assertThat(clerk.get("/api/cases").status()).isEqualTo(200);
        assertThat(clerk.get("/engine-rest/task?maxResults=5").status()).isEqualTo(200);
        assertThat(clerk.get("/api/admin/stuck").status()).isEqualTo(403);
        assertThat(bearing(keycloak().token(CITY, "guan"))
                        .get("/api/admin/stuck")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void aProgramComesInItsOwnNameAndMayWhatItsGroupsSay() throws IOException {
        keycloak().put("service-account-gridcase-machine", "dispatcher@410102");
        var machine = bearing(keycloak().tokenOf("gridcase-machine"));
        assertThat(machine.get("/api/cases").status()).isEqualTo(200);
        assertThat(machine.get("/api/admin/stuck").status()).isEqualTo(403);
        assertThat(staff.grantsOf("service-account-gridcase-machine")).containsExactly(Grant.of("dispatcher@410102"));
    }

    @Test
    @Order(2)
    void aTokenForSomebodyElseOrFromSomewhereElseOrOfNoTimeOpensNothing() throws Exception {
        String good = keycloak().token(CITY, "shen");
        String underAnotherName = keycloak.issuer().replace("localhost", "127.0.0.1");
        assertThat(refused(keycloak().token("elsewhere", "shen")))
                .as("audience")
                .isTrue();
        assertThat(refused(keycloak().token(underAnotherName, CITY, "shen", KeycloakAdmin.EVERYBODYS)))
                .as("issuer")
                .isTrue();
        assertThat(refused(keycloak().foreignToken())).as("realm").isTrue();
        assertThat(refused(Forgery.unsigned(good))).as("alg none").isTrue();
        assertThat(refused(Forgery.signedByAGuess(good))).as("HS256").isTrue();
        assertThat(refused(good.substring(0, good.length() - 8) + "AAAAAAAA"))
                .as("signature")
                .isTrue();
        assertThat(refused("nonsense")).isTrue();
        assertThat(refused("")).isTrue();
        assertThat(http.anybody().get("/api/cases").status()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void aTokenEndsWhenItSaysSo() throws IOException {
        String token = keycloak().token("gridcase-hasty", "shen");
        assertThat(bearing(token).get("/api/cases").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> refused(token));
    }

    private boolean refused(String token) {
        var answer = bearing(token).get("/api/cases");
        var challenge = answer.response().headers().firstValue("WWW-Authenticate");
        return answer.status() == 401 && challenge.orElse("").startsWith("Bearer");
    }

    @Test
    @Order(2)
    void theDemosAccountsDoNotExist() throws IOException {
        assertThat(http.as("admin").get("/api/cases").status()).isEqualTo(401);
        assertThat(http.as("admin").get("/engine-rest/task?maxResults=5").status())
                .isEqualTo(401);
        assertThat(http.anybody().get("/").body()).doesNotContain("gc-demo");
        assertThat(jdbc.sql("select count(*) from demo_account")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(2)
    void aClerkOfOneDistrictDoesNotSeeTheOthersCase() throws IOException {
        String path = "/api/cases/" + reported().value();
        assertThat(bearing(keycloak().token(CITY, "shen")).get(path).status()).isEqualTo(200);
        assertThat(bearing(keycloak().token(CITY, "wu")).get(path).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void aGroupThatNamesNoRoleOrScopeGrantsNothingAndIsLogged(CapturedOutput log) throws IOException {
        bearing(keycloak().token(CITY, "jiang")).get("/api/cases");
        assertThat(staff.grantsOf("jiang")).containsExactly(Grant.of("checker@410102"));
        assertThat(staff.find("jiang")).contains(new StaffMember("jiang", "江晚秋"));
        assertThat(log).contains("'chief@410102' grants nothing", "'checker@999999' grants nothing", "'staff-canteen'");
        assertThat(log.getAll().lines().filter(line -> line.contains("grants nothing")))
                .noneMatch(line -> line.contains("jiang") || line.contains("江"));
    }

    @Test
    @Order(2)
    void anOlderTokenDoesNotBringBackWhatANewerOneTookAway() throws IOException {
        keycloak().put("zhao", "checker@410103");
        String older = keycloak().token(CITY, "zhao");
        bearing(older).get("/api/cases");
        assertThat(staff.grantsOf("zhao")).containsExactly(Grant.of("checker@410103"));

        staff.takeOver(new StaffMember("zhao", "zhao"), Set.of(), Instant.now().plusSeconds(1));
        bearing(older).get("/api/cases");
        assertThat(staff.grantsOf("zhao")).isEmpty();
    }

    @Test
    @Order(3)
    void aWorkerSignsInOnceForTheirTasksAndTasklist() throws IOException {
        CaseId id = flow.report("电线杆上贴满了小广告", SMALL_ADS).caseId();
        String task = flow.awaitTask("worker", id).id();
        keycloak().put("lin", "grid-worker@" + flow.facts(id).location().grid());
        try (var browser = Browser.desktop()) {
            signIn(browser, "/my", "lin");
            browser.see(By.cssSelector("#tasks a[href*='" + task + "']"));
            browser.screenshot("keycloak-my");
            browser.open(at("/camunda/app/tasklist/default/#/?task=" + task));
            assertThat(browser.see(By.className("gc-case-words")).getText()).contains("小广告");
            assertThat(browser.open(at("/camunda/app/cockpit/default/"))
                            .driver()
                            .getPageSource())
                    .doesNotContain("cockpit");
        }
    }

    @Test
    @Order(3)
    void aSupervisorSignsInToCockpitAndOutEverywhere() {
        try (var browser = Browser.desktop()) {
            signIn(browser, "/camunda/app/cockpit/default/", "fang");
            browser.see(By.className("brand-name"));
            browser.open(at("/home"));
            assertThat(browser.see(By.className("gc-who")).getText()).isEqualTo("fang");

            browser.click(By.cssSelector("form[action='/sign-out'] button"));
            browser.waitFor(ExpectedConditions.urlToBe(at("/")));
            browser.open(at("/home"));
            browser.see(ACCOUNT);
        }
    }

    @Test
    @Order(3)
    void whatKeycloakTakesAwayIsGoneAtTheNextSignIn() throws IOException {
        keycloak().put("qian", "supervisor@410103");
        keycloak().put("qian", "checker@410103");
        signInAndLeave("qian");
        assertThat(staff.grantsOf("qian"))
                .containsExactlyInAnyOrder(Grant.of("supervisor@410103"), Grant.of("checker@410103"));

        keycloak().takeOut("qian", "supervisor@410103");
        signInAndLeave("qian");
        assertThat(staff.grantsOf("qian")).containsExactly(Grant.of("checker@410103"));
    }

    @Test
    @Order(3)
    void whoeverComesBackWithoutACodeMayTryAgain() {
        var answer = http.anybody().get("/login/oauth2/code/keycloak?code=x&state=y");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in?failed"));
        assertThat(http.anybody().speaking("en").get("/sign-in?failed").body()).contains("Please try again");
    }

    @Test
    @Order(4)
    void whoeverHasSignedInGoesOnWhenKeycloakIsGone() throws IOException {
        String token = keycloak().token(CITY, "shen");
        try (var browser = Browser.desktop()) {
            signIn(browser, "/home", "fang");
            keycloak.close();

            browser.open(at("/cases"));
            assertThat(browser.see(By.className("gc-who")).getText()).isEqualTo("fang");
            assertThat(bearing(token).get("/api/cases").status()).isEqualTo(200);
            assertThat(http.anybody().get("/sign-in").status()).isEqualTo(503);
        }
    }

    private static String at(String path) {
        return System.getProperty("test.address") + path;
    }

    private void signInAndLeave(String person) {
        try (var browser = Browser.desktop()) {
            signIn(browser, "/home", person);
            browser.see(By.className("gc-who"));
        }
    }

    /** From the page that was asked for to Keycloak's own, and back. */
    private static void signIn(Browser browser, String path, String person) {
        browser.open(at(path)).see(ACCOUNT).sendKeys(person);
        browser.see(By.id("password")).sendKeys(KeycloakAdmin.EVERYBODYS);
        browser.click(By.id("kc-login"));
        browser.waitFor(ExpectedConditions.urlContains(at(path)));
    }
}
