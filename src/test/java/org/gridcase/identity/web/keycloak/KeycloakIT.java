package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.token.DeployTokens;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Axe;
import org.gridcase.testing.Browser;
import org.gridcase.testing.BrowserTest;
import org.gridcase.testing.Codes;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.KeycloakAdmin;
import org.gridcase.testing.KeycloakServer;
import org.gridcase.testing.Visitor;
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
    private static final By OTP = By.id("otp");

    static KeycloakServer keycloak;

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    Staff staff;

    @Autowired
    Scopes scopes;

    @Autowired
    DeployTokens deployTokens;

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
    void aTokenGotWithAPasswordAloneOpensNothingForAnAdministrator() throws IOException {
        String byPassword = keycloak().token(CITY, "shen");
        assertThat(bearing(byPassword).get("/api/cases").status()).isEqualTo(200);
        keycloak().put("shen", "administrator@410102");
        assertThatThrownBy(() -> keycloak().token(keycloak.issuer(), CITY, "shen", KeycloakAdmin.EVERYBODYS))
                .as("Keycloak asks for the code")
                .hasMessageContaining("invalid_grant");
        keycloak().takeOut("shen", "administrator@410102");

        // a realm that does not ask, or a role given since
        var before = staff.grantsOf("shen");
        staff.grant("shen", Set.of(Grant.of("administrator@410102")));
        for (String path :
                List.of("/api/cases", "/engine-rest/task?maxResults=5", "/api/admin/stuck", "/actuator/info")) {
            var answer = bearing(byPassword).speaking("en").get(path);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("identity.secondFactor.missing");
        }
        staff.grant("shen", before);
        assertThat(bearing(byPassword).get("/api/cases").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void aCodeWorksOnce() throws IOException {
        String code = KeycloakAdmin.phoneOf("guan").next();
        assertThat(keycloak().tokenByCode(CITY, "guan", code)).isNotEmpty();
        assertThatThrownBy(() -> keycloak().tokenByCode(CITY, "guan", code)).hasMessageContaining("invalid_grant");
    }

    @Test
    @Order(2)
    void aProgramIsNeitherApproverNorAdministrator() throws IOException {
        String program = "service-account-gridcase-machine";
        keycloak().put(program, "administrator@410100");
        var machine = bearing(keycloak().tokenOf("gridcase-machine"));
        assertThat(machine.get("/api/admin/stuck").status()).isEqualTo(403);
        assertThat(staff.grantsOf(program)).extracting(Grant::role).doesNotContain(Role.ADMINISTRATOR);
        keycloak().takeOut(program, "administrator@410100");
    }

    @Test
    @Order(2)
    void aDeployTokenWorksBesideKeycloak() throws IOException {
        bearing(keycloak().token(CITY, "wu")).get("/api/cases");
        staff.grant("wu", Set.of(Grant.of("analyst@410103"), Grant.of("filing-clerk@410103")));
        String secret = deployTokens.make("wu", "office", 30).secret().text();
        assertThat(bearing(secret).get("/engine-rest/deployment?maxResults=0").status())
                .isEqualTo(200);
        assertThat(bearing(secret).get("/api/cases").status()).isEqualTo(403);
        staff.grant("wu", Set.of(Grant.of("filing-clerk@410103")));
        assertThat(bearing(secret).get("/engine-rest/deployment?maxResults=0").status())
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void aLeaderOfThreeHundredGridsComesIn() throws IOException {
        scopes.put(KeycloakServer.MANY_GRIDS.stream()
                .map(grid -> new Scope(grid, "410102", "410102", grid))
                .toList());
        String token = keycloak().token(CITY, "sun");
        assertThat(token.length()).isBetween(10_000, 20_000);
        assertThat(bearing(token).get("/api/cases").status()).isEqualTo(200);
        assertThat(staff.grantsOf("sun")).hasSize(KeycloakServer.MANY_GRIDS.size());
        try (var browser = Browser.desktop()) {
            signIn(browser, "/home", "sun");
            browser.click(By.cssSelector("form[action='/sign-out'] button"));
            browser.waitFor(ExpectedConditions.urlToBe(at("/")));
        }
    }

    @Test
    @Order(2)
    void keycloakItselfKeepsToWhatTheRealmsFileSays() throws Exception {
        keycloak.start();
        assertThat(status(
                        "POST",
                        "/clients-registrations/openid-connect",
                        "{\"redirect_uris\":[\"https://a.example/\"]}"))
                .as("nobody registers a client")
                .isEqualTo(403);
        String client = "/protocol/openid-connect/auth?client_id=gridcase-pages&scope=openid&nonce=n&state=s"
                + "&code_challenge=" + "c".repeat(43) + "&code_challenge_method=S256&redirect_uri=";
        String ours = Http.encode(at("/login/oauth2/code/keycloak"));
        assertThat(status("GET", client + ours + "&response_type=code", "")).isEqualTo(200);
        assertThat(status("GET", client + Http.encode(at("/login/oauth2/code/other")) + "&response_type=code", ""))
                .as("another address")
                .isEqualTo(400);
        assertThat(status("GET", client + ours + "&response_type=token", ""))
                .as("a token in an address")
                .isEqualTo(302);
        assertThat(status("GET", client.replaceAll("&code_challenge[^&]*", "") + ours + "&response_type=code", ""))
                .as("without PKCE")
                .isEqualTo(302);
        assertThat(new Visitor().open(keycloak.issuer() + "/account").statusCode())
                .as("where people change their password and end their sessions")
                .isEqualTo(200);
        assertThat(keycloak().look("").path("passwordPolicy").asText()).contains("length(12)");
        assertThat(keycloak().look("").path("otpPolicyCodeReusable").asBoolean(true))
                .isFalse();
    }

    private static int status(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(keycloak.issuer() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    @Order(2)
    void aHeaderLargerThanAnyTokenIsRefusedAndNothingBreaks() {
        assertThat(bearing("x".repeat(30_000)).get("/api/cases").status()).isEqualTo(401);
        assertThat(bearing("x".repeat(40_000)).get("/api/cases").status()).isEqualTo(431);
        assertThat(http.anybody().get("/").status()).isEqualTo(200);
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
        keycloak()
                .allTokens(CITY, "shen")
                .forEach((kind, token) -> assertThat(refused(token)).as(kind).isEqualTo(!kind.equals("access_token")));
        assertThat(refused("nonsense")).isTrue();
        assertThat(refused("")).isTrue();
        assertThat(http.anybody().get("/api/cases").status()).isEqualTo(401);
        assertThat(jdbc.sql("select distinct detail ->> 'cause' from audit_entry where action = 'sign-in.failed'")
                        .query(String.class)
                        .list())
                .as("on record")
                .contains("InvalidBearerTokenException");
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
            assertThat(jdbc.sql(
                                    "select detail ->> 'address' from audit_entry where action = 'sign-in' and actor = 'fang'")
                            .query(String.class)
                            .list())
                    .as("on record, and from where")
                    .isNotEmpty()
                    .doesNotContainNull();
            browser.open(at("/camunda/app/tasklist/default/"));
            browser.see(By.cssSelector(".tasks-list"));
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
    void anAnalystSignsInOnceForOurPagesTasklistAndCockpitAndHasNoTask() throws IOException {
        reported();
        keycloak().put("jiang", "analyst@410102");
        try (var browser = Browser.desktop()) {
            signIn(browser, "/account/tokens", "jiang");
            browser.see(By.id("days"));
            browser.open(at("/camunda/app/cockpit/default/#/processes"));
            browser.waitFor(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), "案件办理"));
            browser.screenshot("keycloak-analyst-cockpit");
            browser.open(at("/camunda/app/tasklist/default/"));
            browser.see(By.cssSelector(".tasks-list"));
            assertThat(browser.driver().findElements(By.cssSelector("li.task"))).isEmpty();
            browser.open(at("/admin/staff"));
            assertThat(browser.driver().getPageSource()).doesNotContain("fang");
        } finally {
            keycloak().takeOut("jiang", "analyst@410102");
        }
    }

    @Test
    @Order(3)
    void aReasonThatIsSentAfterTheSessionEndedIsThereAgainThroughKeycloak() throws IOException {
        keycloak.start();
        CaseId id = reported();
        By reason = By.id("reason");
        By send = By.cssSelector("form:has(#reason) button[type=submit]");
        try (var browser = Browser.desktop()) {
            signIn(browser, "/cases/" + id, "fang");
            browser.click(By.cssSelector("details:has(#reason) summary"));
            var typed = browser.see(reason);
            typed.sendKeys("同一处已由养护单位修复");
            browser.driver().manage().deleteCookieNamed("JSESSIONID");
            browser.click(send);
            browser.waitFor(ExpectedConditions.stalenessOf(typed));
            var again = browser.see(reason);
            assertThat(again.getAttribute("value")).isEqualTo("同一处已由养护单位修复");
            assertThat(browser.driver().getCurrentUrl()).startsWith(at("/cases/" + id));
            assertThat(flow.facts(id).closedAt()).isNull();

            keycloak().signOut("fang");
            browser.click(send);
            typePassword(browser, "fang");
            browser.waitFor(ExpectedConditions.urlContains(at("/cases/" + id)));
            assertThat(browser.see(reason).getAttribute("value")).isEqualTo("同一处已由养护单位修复");
        }
        assertThat(flow.facts(id).closedAt()).isNull();
    }

    @Test
    @Order(3)
    void anApproverSetsUpAPhoneAtTheFirstSignInAndComesInAtTheNext() {
        try (var browser = Browser.desktop()) {
            typePassword(browser.open(at("/home")), "meng");
            browser.click(By.id("mode-manual"));
            var phone = Codes.typed(browser.see(By.id("kc-totp-secret-key")).getText());
            browser.see(By.id("totp")).sendKeys(phone.next());
            browser.see(By.id("userLabel")).sendKeys("phone");
            browser.click(By.id("saveTOTPBtn"));
            browser.waitFor(ExpectedConditions.urlToBe(at("/second-factor")));
            Axe.assertNothingSerious(browser.driver());
            browser.screenshot("second-factor");
            browser.open(at("/cases"));
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(at("/second-factor"));

            browser.click(By.cssSelector("main form[action='/sign-out'] button"));
            browser.waitFor(ExpectedConditions.urlToBe(at("/")));
            typePassword(browser.open(at("/home")), "meng");
            browser.see(OTP).sendKeys(phone.next());
            browser.click(By.id("kc-login"));
            browser.waitFor(ExpectedConditions.urlContains(at("/home")));
            browser.open(at("/account/tokens")).see(By.id("days"));
        }
    }

    @Test
    @Order(3)
    void anAdministratorComesInWithACodeAndNotWithout() {
        try (var browser = Browser.desktop()) {
            typePassword(browser.open(at("/admin/stuck")), "guan");
            var guess = browser.see(OTP);
            guess.sendKeys("000000");
            browser.click(By.id("kc-login"));
            browser.waitFor(ExpectedConditions.stalenessOf(guess));
            browser.see(OTP).sendKeys(KeycloakAdmin.phoneOf("guan").next());
            browser.click(By.id("kc-login"));
            browser.waitFor(ExpectedConditions.urlContains(at("/admin/stuck")));
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

    /** The running Keycloak does so, not only the realm's file. */
    @Test
    @Order(3)
    void whoeverGuessesPasswordsIsKeptOutForAWhileEvenWithTheRightOne() {
        var guesser = new Visitor();
        var page = guesser.open(at("/home"));
        for (int i = 0; i < 6; i++) {
            page = guesser.submit(page, Map.of("username", "cao", "password", "guess " + i));
        }

        var answer = new Visitor().signIn(at("/home"), "cao");

        assertThat(answer.uri().toString()).startsWith(keycloak.issuer());
        assertThat(staff.find("cao")).isEmpty();
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
        typePassword(browser.open(at(path)), person);
        browser.waitFor(ExpectedConditions.urlContains(at(path)));
    }

    private static void typePassword(Browser browser, String person) {
        browser.see(ACCOUNT).sendKeys(person);
        browser.see(By.id("password")).sendKeys(KeycloakAdmin.EVERYBODYS);
        browser.click(By.id("kc-login"));
    }
}
