package org.gridcase.identity.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffLeft;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.token.DeployToken;
import org.gridcase.identity.token.DeployTokens;
import org.gridcase.identity.token.TokenRefused;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploy tokens over HTTP, as Camunda Modeler 5 sends them. */
@HttpCityTest
class DeployTokensTests {
    private static final String CONNECTION_CHECK = "/engine-rest/deployment?maxResults=0";
    private static final Pattern SECRET = Pattern.compile("value=\"(gct_[\\w-]{43})\"");

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    DeployTokens tokens;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    private String author;

    @BeforeEach
    void anAuthor() {
        author = "author-" + UUID.randomUUID();
        staff.enrol(Set.of(new StaffMember(author, "晓文")));
        staff.grant(author, Set.of(Grant.of("analyst@410102")));
    }

    private DeployTokens.Made made() {
        return tokens.make(author, "office " + UUID.randomUUID(), 30);
    }

    private String secret() {
        return made().secret().text();
    }

    private Http.Caller bearing(String secret) {
        return http.anybody().with("Authorization", "Bearer " + secret);
    }

    private Http.Caller basic(String account, String secret) {
        byte[] both = (account + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return http.anybody()
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    private static Http.Answer deploys(Http.Caller modeler) {
        byte[] model = "<definitions/>".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        var form = new Multipart()
                .field("deployment-name", "case-handling")
                .field("deployment-source", "Camunda Modeler")
                .file("case-handling.bpmn", "case-handling.bpmn", model);
        return modeler.postMultipart("/engine-rest/deployment/create", form);
    }

    private int deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Integer.class)
                .single();
    }

    private List<String> audited(UUID token) {
        return jdbc.sql("select action from audit_chain where subject = ? order by number")
                .param(token.toString())
                .query(String.class)
                .list();
    }

    @Test
    void anAnalystMakesOneOnTheirPageAndSeesItOnce() {
        var analyst = webApps.staff("analyst");
        String name = "笔记本 " + UUID.randomUUID();
        var answer = analyst.postForm("/account/tokens", Map.of("name", name, "days", "30"));
        Matcher shown = SECRET.matcher(answer.body());
        assertThat(shown.find()).isTrue();
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(analyst.get("/account/tokens").body()).contains(name).doesNotContain(shown.group(1));
        assertThat(bearing(shown.group(1)).get(CONNECTION_CHECK).status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from deploy_token where secret_hash = sha256(convert_to(?, 'UTF8'))")
                        .param(shown.group(1))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(analyst.postForm("/account/tokens", Map.of("name", name, "days", "30"))
                        .status())
                .as("the same form again, by reloading")
                .isEqualTo(422);
    }

    @Test
    void theModelersConnectionCheckSucceedsWithEitherKindOfAuthentication() {
        String secret = secret();
        for (Http.Caller modeler : List.of(bearing(secret), basic(author, secret))) {
            assertThat(modeler.get(CONNECTION_CHECK).status()).isEqualTo(200);
            assertThat(modeler.get("/engine-rest/version")
                            .json()
                            .path("version")
                            .asText())
                    .startsWith("7.24");
        }
    }

    @Test
    void aDistrictsAuthorGetsToTheDoorAndHearsThatPolicyIsTheCitys() {
        String secret = secret();
        int before = deployments();
        // as the Modeler's window, which is a file, sends it
        for (Http.Caller modeler :
                List.of(bearing(secret), basic(author, secret).with("Origin", "file://"))) {
            var answer = deploys(modeler.with("Sec-Fetch-Site", "cross-site").speaking("en"));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("message").asText())
                    .startsWith("Only analysts and approvers of the whole city");
            assertThat(deploys(modeler.speaking("zh-CN")).json().path("message").asText())
                    .contains("全市");
        }
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void whatIsLargerThanAnyDeploymentIsTurnedAwayAsThatAndNotForTheToken() {
        int size = 65 << 20;
        var body = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])), size);
        var refused = bearing(secret())
                .speaking("zh-CN")
                .with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/engine-rest/deployment/create", body);

        assertThat(refused.status()).as(refused.body()).isEqualTo(413);
        assertThat(refused.json().path("type").asText()).isEqualTo("Refused");
        assertThat(refused.json().path("message").asText()).isEqualTo("内容太大。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest/task?maxResults=5",
                "GET /engine-rest/engine",
                "GET /engine-rest/user?maxResults=5",
                "GET /engine-rest/process-definition?maxResults=5",
                "GET /engine-rest/deployment/count",
                "GET /engine-rest/engine/default/deployment?maxResults=0",
                "POST /engine-rest/process-definition/key/report/start",
                "POST /engine-rest/version",
                "DELETE /engine-rest/deployment",
                "GET /api/cases",
                "POST /api/reports",
                "GET /swagger-ui.html",
                "GET /actuator/health",
                "GET /camunda/api/engine/engine/default/task",
                "GET /camunda/app/cockpit/default/",
                "GET /home",
                "GET /account/tokens",
                "POST /account/tokens",
                "GET /admin/tokens",
                "GET /report"
            })
    void itOpensNothingElse(String door) {
        String secret = secret();
        String[] parts = door.split(" ");
        for (Http.Caller caller : List.of(bearing(secret), basic(author, secret))) {
            var answer = caller.send(parts[0], parts[1], BodyPublishers.noBody());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("code").asText()).isEqualTo("identity.token.elsewhere");
        }
    }

    @Test
    void whatIsNoLivingTokenOpensNothingAndIsToldInTheEnginesShape() {
        var all = new SoftAssertions();
        String good = secret();
        for (Http.Caller caller : List.of(
                bearing("gct_" + "A".repeat(43)),
                bearing("gct_"),
                bearing(good + "x"),
                bearing(good.substring(0, good.length() - 1)),
                bearing("gct_' or 1=1 --"),
                basic("admin", good),
                basic("", good),
                basic(author.toUpperCase(Locale.ROOT), good),
                basic(author, good).with("Origin", "https://elsewhere.example"),
                basic(author, good).with("Origin", "null"))) {
            var answer = caller.get(CONNECTION_CHECK);
            all.assertThat(answer.status()).isEqualTo(401);
            all.assertThat(answer.json().path("message").asText()).isNotBlank();
        }
        all.assertAll();
    }

    @Test
    void aTokenThatIsNotKnownIsOnRecordAsAFailedSignInWithoutItself() {
        long before =
                jdbc.sql("select number from audit_head").query(Long.class).single();
        String guess = "gct_" + UUID.randomUUID().toString().replace("-", "") + "AAAAAAAAAAA";
        bearing(guess).get(CONNECTION_CHECK);
        assertThat(jdbc.sql("select action from audit_chain where number > ? and actor = 'anybody'")
                        .param(before)
                        .query(String.class)
                        .list())
                .contains("sign-in.failed");
        assertThat(jdbc.sql("select count(*) from audit_payload where payload like '%' || ? || '%'")
                        .param(guess)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void itDiesWithTheRightsOfItsOwnerAndWithTheirAccount() {
        String secret = secret();
        staff.grant(author, Set.of(Grant.of("checker@410102")));
        assertThat(bearing(secret).get(CONNECTION_CHECK).status()).isEqualTo(401);

        staff.grant(author, Set.of(Grant.of("approver@410102")));
        assertThat(bearing(secret).get(CONNECTION_CHECK).status()).isEqualTo(200);

        transactions.executeWithoutResult(gone -> {
            staff.grant(author, Set.of());
            events.publishEvent(new StaffLeft(author));
        });
        staff.grant(author, Set.of(Grant.of("analyst@410102")));
        assertThat(bearing(secret).get(CONNECTION_CHECK).status())
                .as("who comes back finds no old token alive")
                .isEqualTo(401);
    }

    @Test
    void itEndsWhenItsTimeIsOver() {
        var made = made();
        jdbc.sql(
                        "update deploy_token set made_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = ?")
                .param(made.token().id())
                .update();
        assertThat(bearing(made.secret().text()).get(CONNECTION_CHECK).status()).isEqualTo(401);
        bearing(made.secret().text()).get(CONNECTION_CHECK);
        assertThat(audited(made.token().id())).containsExactly("token.make", "token.refused");
    }

    @Test
    void makingTheFirstUseOfADayAndRevokingAreOnRecord() {
        var made = made();
        bearing(made.secret().text()).get(CONNECTION_CHECK);
        bearing(made.secret().text()).get("/engine-rest/version");
        tokens.revoke(made.token().id(), author);
        bearing(made.secret().text()).get(CONNECTION_CHECK);
        assertThat(audited(made.token().id()))
                .containsExactly("token.make", "token.use", "token.revoke", "token.refused");
        assertThat(jdbc.sql("select count(*) from audit_payload where payload like '%' || ? || '%'")
                        .param(made.secret().text())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAdministratorSeesAndRevokesThoseOfTheirDistrictAndNoSecret() {
        var made = made();
        String ofAnother = "administrator-" + UUID.randomUUID();
        staff.enrol(Set.of(new StaffMember(ofAnother, "外区管理员")));
        staff.grant(ofAnother, Set.of(Grant.of("administrator@410103")));
        assertThat(tokens.within(ofAnother)).extracting(DeployToken::owner).doesNotContain(author);
        assertThat(catchThrowableOfType(
                                TokenRefused.class,
                                () -> tokens.revoke(made.token().id(), ofAnother))
                        .key())
                .isEqualTo("identity.token.unknown");
        assertThat(bearing(made.secret().text()).get(CONNECTION_CHECK).status()).isEqualTo(200);

        var admin = webApps.staff("admin");
        assertThat(admin.get("/admin/tokens").body())
                .contains(author)
                .doesNotContain(made.secret().text());
        assertThat(admin.post("/admin/tokens/" + made.token().id() + "/revoke").status())
                .isEqualTo(302);
        assertThat(bearing(made.secret().text()).get(CONNECTION_CHECK).status()).isEqualTo(401);
    }

    @Test
    void nobodyEndsAnothersToken() {
        var made = made();
        for (String other : List.of("analyst", "approver", "worker")) {
            assertThat(webApps.staff(other)
                            .post("/account/tokens/" + made.token().id() + "/revoke")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(bearing(made.secret().text()).get(CONNECTION_CHECK).status()).isEqualTo(200);
    }

    @Test
    void onlyAuthorsMakeThemFiveAtMostForNinetyDaysAtMost() {
        refused("identity.token.notForYou", "worker", "x", 30);
        refused("identity.token.badDays", author, "x", 91);
        refused("identity.token.badDays", author, "x", 0);
        refused("identity.token.badName", author, " ", 30);
        refused("identity.token.badName", author, "x".repeat(61), 30);
        refused("identity.token.badName", author, "a\nb", 30);
        for (int n = 0; n < 5; n++) {
            tokens.make(author, "n" + n, 90);
        }
        refused("identity.token.nameTaken", author, "n3", 30);
        refused("identity.token.tooMany", author, "one more", 30);
        tokens.revoke(tokens.of(author).get(0).id(), author);
        tokens.make(author, "one more", 1);
    }

    private void refused(String key, String owner, String name, long days) {
        assertThat(catchThrowableOfType(TokenRefused.class, () -> tokens.make(owner, name, days))
                        .key())
                .isEqualTo(key);
    }
}
