package org.gridcase.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffLeft;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HttpCityTest
class SessionsTests {
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String APPS = "/camunda/api/admin/auth/user/default";

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    /** Somebody of this test alone, for the others' accounts are to stay as they are. */
    @BeforeEach
    void somebody() {
        staff.enrol(List.of(new StaffMember("qiu", "邱")));
        staff.grant("qiu", Set.of(Grant.of("supervisor@410102")));
        jdbc.sql("""
                        insert into demo_account (staff, password) select 'qiu', password from demo_account
                        where staff = 'worker' on conflict do nothing""").update();
    }

    private int rows() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    private static String id(WebApps.Session session) {
        return new String(Base64.getDecoder().decode(session.cookies().get("JSESSIONID")), StandardCharsets.UTF_8);
    }

    @Test
    void aSessionIsALittleTextWhateverPagesWereOpened() {
        var session = webApps.signIn("qiu");
        for (String path : List.of("/home", COCKPIT, APPS, "/camunda/api/engine/engine/default/task?maxResults=1")) {
            assertThat(session.caller().get(path).status()).as(path).isEqualTo(200);
        }
        var kept = jdbc.sql("""
                        select attribute_name, convert_from(attribute_bytes, 'UTF8') from spring_session_attributes
                        join spring_session on primary_id = session_primary_id where session_id = ?""")
                .param(id(session))
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list();
        assertThat(kept)
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(KeptSignIns.SIGNED_IN, "CAMUNDA_CSRF_TOKEN");
        assertThat(kept.stream().mapToInt(one -> one.getValue().length()).sum()).isLessThan(150);
    }

    @Test
    void strangersLeaveNoRow() {
        int before = rows();
        for (String path : List.of(
                "/",
                "/report",
                "/home",
                "/cases?page=2",
                "/sign-in",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/nonsense")) {
            http.anybody().with("Accept", "text/html").get(path);
        }
        webApps.signInAnswer("nobody", Map.of());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneAtTheNextRequestEverywhere() {
        var person = webApps.signIn("qiu").caller();
        assertThat(person.get(COCKPIT).status()).isEqualTo(200);
        assertThat(person.get(APPS).json().path("authorizedApps").toString()).contains("cockpit");

        staff.grant("qiu", Set.of(Grant.of("checker@410102")));

        assertThat(person.get(COCKPIT).status()).isEqualTo(403);
        assertThat(person.get(APPS).json().path("authorizedApps").toString())
                .contains("tasklist")
                .doesNotContain("cockpit");
        staff.grant("qiu", Set.of(Grant.of("administrator@410100")));
        assertThat(person.get("/admin/stuck").status()).isEqualTo(200);
        assertThat(http.as("qiu").get("/api/admin/stuck").status()).isEqualTo(200);
    }

    @Test
    void whoeverLeavesIsOutOnEveryDeviceAndNobodyElseIs() {
        var phone = webApps.signIn("qiu").caller();
        var desk = webApps.signIn("qiu").caller();
        var other = webApps.signIn("checker").caller();
        transactions.executeWithoutResult(now -> events.publishEvent(new StaffLeft("qiu")));
        for (var gone : List.of(phone, desk)) {
            assertThat(gone.get("/home").status()).isEqualTo(302);
            assertThat(gone.get(APPS).status()).isEqualTo(401);
        }
        assertThat(other.get("/home").status()).isEqualTo(200);
    }

    @Test
    void aSessionThatIsWrittenOnlyAfterTheyLeftCountsForNothing() {
        var late = webApps.signIn("qiu");
        jdbc.sql("update staff set signed_out_at = now() where id = 'qiu'").update();
        assertThat(late.caller().get("/home").status()).isEqualTo(302);
        assertThat(webApps.signIn("qiu").caller().get("/home").status()).isEqualTo(200);
    }

    @Test
    void whatAnotherVersionWroteIsDroppedAndThePersonSignsInAgain() throws IOException {
        var object = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(object)) {
            out.writeObject(new ArrayList<>(List.of("qiu")));
        }
        for (byte[] foreign : List.of(object.toByteArray(), "9 {}".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            var session = webApps.signIn("qiu");
            jdbc.sql("""
                            update spring_session_attributes set attribute_bytes = ? where attribute_name = ?
                              and session_primary_id = (select primary_id from spring_session where session_id = ?)""").params(foreign, KeptSignIns.SIGNED_IN, id(session)).update();
            assertThat(session.caller().get("/home").status()).isEqualTo(302);
            assertThat(jdbc.sql("select count(*) from spring_session where session_id = ?")
                            .param(id(session))
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(webApps.signIn("qiu", session.cookies())
                            .caller()
                            .get("/home")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aSessionEndsAfterAWorkingDayHoweverBusyItIs() {
        var session = webApps.signIn("qiu");
        var old = new SignedIn(
                "qiu", Instant.now().minusSeconds(36_001), Instant.now().minusSeconds(1), false, null);
        jdbc.sql("""
                        update spring_session_attributes set attribute_bytes = ? where attribute_name = ?
                          and session_primary_id = (select primary_id from spring_session where session_id = ?)""")
                .params(old.text().getBytes(StandardCharsets.UTF_8), KeptSignIns.SIGNED_IN, id(session))
                .update();
        assertThat(session.caller().get("/home").status()).isEqualTo(302);
    }

    @Test
    void aSessionEndsAfterHalfAnHourWithoutARequest() {
        var session = webApps.signIn("qiu");
        assertThat(lastSeen(session, 29).get("/home").status()).isEqualTo(200);
        assertThat(lastSeen(session, 31).get("/home").status()).isEqualTo(302);
    }

    private Http.Caller lastSeen(WebApps.Session session, int minutesAgo) {
        long then = System.currentTimeMillis() - minutesAgo * 60_000L;
        jdbc.sql("update spring_session set last_access_time = ?, expiry_time = ? where session_id = ?")
                .params(then, then + 1_800_000, id(session))
                .update();
        return session.caller();
    }

    @Test
    void lookingAtPagesWritesOnceAMinute() {
        var session = webApps.signIn("qiu");
        String written = version(session);
        session.caller().get("/home");
        session.caller().get("/cases");
        assertThat(version(session)).isEqualTo(written);
        lastSeen(session, 2).get("/home");
        assertThat(idle(session)).isLessThan(60_000);
    }

    @Test
    void aPageThatRenewsItselfKeepsNobodySignedIn() {
        var session = webApps.signIn("qiu");
        lastSeen(session, 20).with("X-GC-Unasked", "yes").get("/cases");
        session.caller().with("Accept", "text/event-stream").get("/cases/changes");
        assertThat(idle(session)).isGreaterThan(1_199_000);
    }

    private long idle(WebApps.Session session) {
        return System.currentTimeMillis()
                - jdbc.sql("select last_access_time from spring_session where session_id = ?")
                        .param(id(session))
                        .query(Long.class)
                        .single();
    }

    private String version(WebApps.Session session) {
        return jdbc.sql("select xmin::text from spring_session where session_id = ?")
                .param(id(session))
                .query(String.class)
                .single();
    }

    @Test
    void aSessionOpensTheInterfacesTooAndChangesThingsOnlyWithItsToken() {
        var session = webApps.signIn("qiu");
        var reader = session.caller();
        assertThat(reader.get("/api/cases").status()).isEqualTo(200);
        assertThat(reader.get("/engine-rest/task?maxResults=1").status()).isEqualTo(200);
        assertThat(reader.get("/api/admin/stuck").status()).isEqualTo(403);
        assertThat(reader.postJson("/api/tasks/x/claim", "{}").status()).isEqualTo(403);
        assertThat(reader.postJson("/engine-rest/task/x/claim", "{}").status()).isEqualTo(403);
        assertThat(webApps.staff("qiu").postJson("/api/tasks/x/claim", "{}").status())
                .isNotIn(401, 403);
        assertThat(reader.with("Authorization", "Basic bm9ib2R5OngK")
                        .get("/api/cases")
                        .status())
                .isEqualTo(401);
        assertThat(http.as("qiu").get("/api/cases").response().headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aFormThatIsSentAfterTheSessionEndedIsComeBackTo() {
        var token = Map.of("GC-CSRF", "token");
        var answer = webApps.with(token)
                .with("X-GC-CSRF", "token")
                .with("Referer", http.address() + "/cases/7?x=%E5%9D%91")
                .postForm("/cases/7/annul", Map.of("reason", "写了很久的理由"));
        assertThat(answer.status()).isEqualTo(302);
        var cookies = new TreeMap<>(WebApps.cookies(answer));
        assertThat(cookies).containsEntry("GC-UNHEARD", "yes");
        assertThat(landing(cookies)).endsWith("/cases/7?x=%E5%9D%91");
    }

    @Test
    void aFormElsewhereIsNotComeBackTo() {
        var answer = webApps.with(Map.of("GC-CSRF", "token"))
                .with("X-GC-CSRF", "token")
                .with("Referer", "https://evil.example/cases/7")
                .post("/cases/7/annul");
        assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "",
                "/\t/evil.example"
            })
    void aForgedCookieLeadsNowhereElse(String page) {
        var forged = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
        assertThat(landing(Map.of("GC-WANTED", forged))).endsWith("/home");
        assertThat(landing(Map.of("GC-WANTED", "*" + forged))).endsWith("/home");
    }

    private String landing(Map<String, String> cookies) {
        return webApps.signInAnswer("qiu", cookies)
                .response()
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
