package org.gridcase.identity.web.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.testing.Http;
import org.gridcase.testing.KeycloakAdmin;
import org.gridcase.testing.KeycloakServer;
import org.gridcase.testing.SecondNode;
import org.gridcase.testing.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Two nodes over one database, beside a real Keycloak: what ends, ends on both. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "server.port=${test.port}",
            "gridcase.oidc.issuer=${test.issuer}",
            "gridcase.oidc.client-secret=${test.secret}",
            "gridcase.oidc.roster-client-secret=${test.secret}",
            "gridcase.roster.poll=1s",
            "gridcase.demo.city=small",
            "gridcase.data-dir=target/test-data/sessions"
        })
@Import(Http.class)
@DirtiesContext
class SessionsIT {
    private static final String API = "/camunda/api/admin/auth/user/default";

    static KeycloakServer keycloak;
    static @Nullable SecondNode second;
    static String here = "";
    static String there = "";

    @Autowired
    Http http;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startKeycloak() throws IOException {
        int port = KeycloakServer.freePort();
        String secret = UUID.randomUUID().toString();
        here = "http://localhost:" + port;
        keycloak = new KeycloakServer(here, secret);
        System.setProperty("test.port", String.valueOf(port));
        System.setProperty("test.issuer", keycloak.issuer());
        System.setProperty("test.secret", secret);
        keycloak.start();
    }

    /** Once the first has made the tables. */
    @BeforeEach
    void startTheSecond(@Autowired Environment settings) throws IOException {
        if (second != null) {
            return;
        }
        int port = KeycloakServer.freePort();
        there = "http://localhost:" + port;
        second = SecondNode.start(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + settings.getRequiredProperty("spring.datasource.url"),
                "--spring.datasource.username=postgres",
                "--gridcase.oidc.issuer=" + keycloak.issuer(),
                "--gridcase.oidc.client-secret=" + settings.getRequiredProperty("gridcase.oidc.client-secret"),
                "--gridcase.data-dir=target/test-data/sessions-there"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        Objects.requireNonNull(second).close();
        second = null;
        keycloak.close();
    }

    private static KeycloakAdmin keycloak() {
        return keycloak.admin();
    }

    private static Visitor signedIn(String person) {
        var visitor = new Visitor();
        var page = visitor.signIn(here + "/home", person);
        assertThat(page.uri()).hasToString(here + "/home");
        return visitor;
    }

    private static boolean isIn(Visitor visitor, String node) {
        return visitor.ask(node + "/home").statusCode() == 200;
    }

    private static void isInOnBoth(Visitor visitor) {
        assertThat(isIn(visitor, here)).isTrue();
        assertThat(isIn(visitor, there)).isTrue();
        assertThat(visitor.ask(there + API).statusCode()).isEqualTo(200);
    }

    /** And says how long that took. */
    private static void isOutOnBoth(String why, Visitor visitor) {
        long start = System.nanoTime();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !isIn(visitor, here) && !isIn(visitor, there));
        System.out.printf("%s: out on both nodes after %d ms%n", why, (System.nanoTime() - start) / 1_000_000);
        assertThat(visitor.ask(there + API).statusCode()).isEqualTo(401);
    }

    @Test
    void whatSomebodyOpensOnOneNodeIsOpenOnTheOther() {
        var visitor = signedIn("fang");
        isInOnBoth(visitor);
        assertThat(jdbc.sql("""
                        select attribute_name from spring_session_attributes
                        join spring_session on primary_id = session_primary_id where principal_name = 'fang'
                        and attribute_name not like 'gridcase.%'""").query(String.class).list()).isSubsetOf("CAMUNDA_CSRF_TOKEN");
        assertThat(jdbc.sql("select max(length(attribute_bytes)) from spring_session_attributes")
                        .query(Integer.class)
                        .single())
                .isLessThan(300);
    }

    @Test
    void aSignOutOnKeycloaksOwnPageEndsOursOnEveryNode() {
        var visitor = signedIn("fang");
        isInOnBoth(visitor);
        var question = visitor.open(keycloak.issuer() + "/protocol/openid-connect/logout");
        visitor.submit(question, Map.of());
        isOutOnBoth("signed out in Keycloak", visitor);
    }

    @Test
    void asDoesAnAdministratorThere() {
        var phone = signedIn("wu");
        var desk = signedIn("wu");
        var other = signedIn("shen");
        keycloak().signOut("wu");
        isOutOnBoth("ended by Keycloak's administrator", phone);
        assertThat(isIn(desk, there)).isFalse();
        assertThat(isIn(other, there)).isTrue();
        assertThat(jdbc.sql("""
                        select count(*) from audit_chain c join audit_payload p using (number)
                        where c.action = 'sign-out' and c.actor = 'wu'""").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void whoeverSignsOutHereIsOutOfKeycloakTooAndTheNextOnThePhoneIsAskedWhoTheyAre() {
        var phone = signedIn("fang");
        phone.post(here + "/sign-out", Map.of());
        isOutOnBoth("signed out here", phone);
        assertThat(phone.open(here + "/home").body()).contains("kc-login");

        assertThat(phone.signIn(here + "/my", "shen").uri()).hasToString(here + "/my");
        assertThat(phone.ask(here + "/my/tasks", "X-GC-Account", "fang").statusCode())
                .isEqualTo(401);
        assertThat(phone.ask(here + "/my/tasks", "X-GC-Account", "shen").statusCode())
                .isEqualTo(200);
    }

    @Test
    void signingInChangesTheSessionAndTheOneBeforeIsDead() {
        var visitor = new Visitor();
        visitor.open(here + "/home");
        String before = visitor.cookie("JSESSIONID").orElseThrow();
        visitor.signIn(here + "/home", "fang");
        assertThat(visitor.cookie("JSESSIONID")).get().isNotEqualTo(before);
        assertThat(http.anybody()
                        .with("Cookie", "JSESSIONID=" + before)
                        .get("/home")
                        .status())
                .isEqualTo(302);
    }

    @Test
    void whoeverIsDisabledIsOutAndDoesNotComeBack() {
        var visitor = signedIn("zhao");
        String token = keycloak().token("gridcase-tests", "zhao");
        assertThat(called(token)).isEqualTo(200);
        keycloak().disable("zhao");
        isOutOnBoth("disabled in Keycloak", visitor);
        assertThat(called(token)).isEqualTo(401);
        assertThat(visitor.open(here + "/home").uri().toString()).doesNotStartWith(here + "/home");
    }

    @Test
    void aRoleTakenAwayInKeycloakIsGoneInTheMiddleOfASessionOnEveryNode() {
        String cockpit = "/camunda/app/cockpit/default/";
        keycloak().put("qian", "supervisor@410102");
        var visitor = signedIn("qian");
        String token = keycloak().token("gridcase-tests", "qian");
        assertThat(visitor.ask(here + cockpit).statusCode()).isEqualTo(200);
        assertThat(visitor.ask(there + cockpit).statusCode()).isEqualTo(200);

        keycloak().takeOut("qian", "supervisor@410102");

        await().atMost(Duration.ofMinutes(1))
                .until(() -> visitor.ask(there + cockpit).statusCode() == 403);
        assertThat(visitor.ask(here + cockpit).statusCode()).isEqualTo(403);
        isInOnBoth(visitor);
        assertThat(called(token)).isEqualTo(200);
        assertThat(staff.grantsOf("qian"))
                .as("nor does the token from before bring it back")
                .isEmpty();
    }

    @Test
    void aRoleTakenAwayOnOneNodeIsGoneOnTheOther() {
        String cockpit = there + "/camunda/app/cockpit/default/";
        var visitor = signedIn("fang");
        assertThat(visitor.ask(cockpit).statusCode()).isEqualTo(200);
        staff.grant("fang", Set.of());
        assertThat(visitor.ask(cockpit).statusCode()).isEqualTo(403);
        staff.grant("fang", Set.of(Grant.of("supervisor@410102")));
        assertThat(visitor.ask(cockpit).statusCode()).isEqualTo(200);
    }

    @Test
    void aLogOutTokenCountsOnceAndOnlyIfItIsKeycloaksForUs() throws Exception {
        var visitor = signedIn("jiang");
        String access = keycloak().token("gridcase-tests", "jiang");
        try (var overheard = new Overheard()) {
            keycloak().tellOfEnds("gridcase-pages", overheard.address());
            keycloak().signOut("jiang");
            String good = overheard.next();
            keycloak().tellOfEnds("gridcase-pages", here + BackChannelController.PATH);
            keycloak().tellOfEnds("gridcase-tests", overheard.address());
            keycloak().token("gridcase-tests", "jiang");
            keycloak().signOut("jiang");
            String forSomebodyElse = overheard.next();

            assertThat(isIn(visitor, there)).isTrue();
            for (String bad : List.of(
                    Forgery.unsigned(good),
                    Forgery.signedByAGuess(good),
                    good.substring(0, good.length() - 8) + "AAAAAAAA",
                    forSomebodyElse,
                    keycloak().foreignToken(),
                    access,
                    "nonsense",
                    "")) {
                assertThat(told(here, bad)).isEqualTo(400);
            }
            assertThat(isIn(visitor, there)).isTrue();
            assertThat(told(here, good)).isEqualTo(200);
            isOutOnBoth("told of it", visitor);
            assertThat(told(here, good)).isEqualTo(400);
            assertThat(told(there, good)).isEqualTo(400);
        }
    }

    private static int told(String node, String token) {
        return new Visitor()
                .post(node + BackChannelController.PATH, Map.of("logout_token", token))
                .statusCode();
    }

    @Test
    void aSessionThatKeycloakEndedBeforeOursWasWrittenDoesNotCount() {
        var visitor = signedIn("fang");
        jdbc.sql("update keycloak_session set ended_at = now()").update();
        assertThat(isIn(visitor, there)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=x", "?code=x&state=%00", "?error=access_denied&state=y", "?code=x&state=y"})
    void comingBackWithoutHavingSetOutOpensNothing(String answer) {
        var visitor = new Visitor();
        visitor.open(here + "/home");
        visitor.ask(here + "/login/oauth2/code/keycloak" + answer);
        assertThat(isIn(visitor, here)).isFalse();
    }

    @Test
    void whenKeycloakChangesItsKeysSessionsGoOnAndOldTokensAreRefused() {
        var visitor = signedIn("fang");
        String old = keycloak().token("gridcase-tests", "shen");
        assertThat(called(old)).isEqualTo(200);

        keycloak().changeKeys();
        String renewed = keycloak().token("gridcase-tests", "shen");

        // unknown keys are looked for every few seconds, not for each token
        await().atMost(Duration.ofSeconds(20)).until(() -> called(renewed) == 200);
        assertThat(called(old)).isEqualTo(401);
        isInOnBoth(visitor);
        isInOnBoth(signedIn("wu"));
    }

    private int called(String token) {
        return http.anybody()
                .with("Authorization", "Bearer " + token)
                .get("/api/cases")
                .status();
    }
}
