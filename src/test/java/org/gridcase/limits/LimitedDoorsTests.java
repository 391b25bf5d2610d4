package org.gridcase.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.gridcase.testing.Flow;
import org.gridcase.testing.From;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody meets who comes too often; each test comes from an address of its own. */
@HttpCityTest
class LimitedDoorsTests {
    private static final String CSRF = "Cookie: GC-CSRF=t\nX-GC-CSRF: t";

    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    Buckets buckets;

    @Autowired
    Limits limits;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aProgramIsToldInItsLanguageAndWhenToComeAgain() {
        full(Limit.PLACES, "127.0.1.1");
        var refused = new From("127.0.1.1", http).get("/r/place?at=113.60,34.75", "Accept-Language: en");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.whole()).contains("limits.tooOften.minutes", "Too many requests", "try again in 10 minutes");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(580, 600);
        assertThat(new From("127.0.1.2", http).get("/r/place?at=113.60,34.75").status())
                .isEqualTo(200);
    }

    @Test
    void aPhotoOfAnAccountThatSentTooManyIsRefusedInWordsThoughItWasOnItsWay() {
        full(Limit.KNOWN, "account checker2");
        var known = http.as("checker2").post("/api/photos", "multipart/form-data; boundary=x", new byte[3_000_000]);
        assertThat(known.status()).isEqualTo(429);
        assertThat(known.body()).contains("请求过于频繁");
    }

    @ParameterizedTest
    @CsvSource({
        "json, '\"code\":429', application/json",
        "xml, <code>429</code>, text/xml",
    })
    void anotherSystemIsToldAsOpen311HasIt(String format, String code, String type) {
        String address = "127.0.2." + format.length();
        full(Limit.REPORTS, address);
        full(Limit.QUESTIONS, address);
        var system = new From(address, http);
        for (var refused : new From.Answer[] {
            system.postForm("/open311/v2/requests." + format, "service_code=auto&lat=34.75&long=113.6&description=x"),
            system.get("/open311/v2/services." + format)
        }) {
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Content-Type")).startsWith(type);
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(refused.whole()).contains(code).contains("请求过于频繁");
        }
    }

    @Test
    void thePageWithoutScriptsKeepsWhatWasTyped() {
        full(Limit.REPORTS, "127.0.1.4");
        var refused = new From("127.0.1.4", http)
                .postForm("/report", "text=%3Cb%3Elong%20story&placeText=113.60,34.75&phone=13800138000", CSRF);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(refused.whole())
                .contains("请求过于频繁", "&lt;b&gt;long story", "value=\"113.60,34.75\"", "value=\"13800138000\"");
    }

    @Test
    void whatIsAddedByALinkIsKeptToo() {
        String link = link("补充太多");
        full(Limit.ADDITIONS, link.substring("/follow/".length()));
        var refused = new From("127.0.1.5", http).postForm(link + "/additions", "words=still%20here", CSRF);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(refused.whole()).contains("still here").contains("请求过于频繁");
    }

    @Test
    void whoTriesOutLinksIsTurnedAwayAndALinkThatLeadsSomewhereStillDoes() {
        String link = link("猜链接");
        var guesser = new From("127.0.1.6", http);
        assertThat(guesser.get("/follow/AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
        full(Limit.UNKNOWN_LINKS, "127.0.1.6");

        var refused = guesser.get("/follow/AAAAAAAAAAAAAAAAAAAAAA", "Accept: text/html");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(refused.whole()).contains("操作太频繁");
        assertThat(guesser.get("/follow/AAAAAAAAAAAAAAAAAAAAAA/photos/019ab000-0000-7000-8000-000000000000")
                        .status())
                .isEqualTo(429);
        assertThat(guesser.get(link).status()).isEqualTo(200);
    }

    @Test
    void oneLinkIsNotLookedAtWithoutEnd() {
        String link = link("看太多");
        full(Limit.LOOKS, link.substring("/follow/".length()) + " 127.0.1.7");

        assertThat(new From("127.0.1.7", http).get(link, "Accept: text/html").status())
                .isEqualTo(429);
        assertThat(new From("127.0.1.8", http).get(link, "Accept: text/html").status())
                .isEqualTo(200);
    }

    /** Without a proxy nobody chooses where they come from. */
    @Test
    void whatClaimsToComeFromElsewhereIsNotBelieved() {
        full(Limit.PLACES, "127.0.1.9");
        var refused = new From("127.0.1.9", http)
                .get("/r/place?at=113.60,34.75", "X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.8");

        assertThat(refused.status()).isEqualTo(429);
    }

    @Test
    void afterTenWrongPasswordsThatAddressWaitsAndTheWorkerElsewhereDoesNot() {
        var guesser = new From("127.0.3.1", http);
        for (int i = 0; i < 10; i++) {
            assertThat(guesser.postForm("/sign-in", "username=analyst&password=no" + i, CSRF)
                            .status())
                    .isEqualTo(302);
        }

        var refused = guesser.postForm("/sign-in", "username=analyst&password=demo", CSRF, "Accept: text/html");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(refused.whole()).contains("操作太频繁");
        var program = guesser.get("/api/cases", basic("analyst", "demo"));
        assertThat(program.status()).isEqualTo(429);
        assertThat(program.whole()).contains("limits.tooOften", "application/problem+json");
        assertThat(signsIn(new From("127.0.3.2", http), "analyst")).isTrue();
    }

    @Test
    void anAccountUnderAttackFromEverywhereStillOpensWhereItsOwnerHasSignedInBefore() {
        assertThat(signsIn(new From("127.0.3.3", http), "approver")).isTrue();
        for (int i = 0; i < 101; i++) {
            limits.spend(Limit.PASSWORDS_FOR_ACCOUNT, "approver");
        }

        assertThat(signsIn(new From("127.0.3.3", http), "approver")).isTrue();
        assertThat(signsIn(new From("127.0.3.4", http), "approver")).isFalse();
        limits.forget(Limit.PASSWORDS_FOR_ACCOUNT, "approver");
    }

    @Test
    void oneAddressDoesNotTryManyAccounts() {
        var guesser = new From("127.0.3.5", http);
        for (int i = 0; i < 301; i++) {
            limits.spend(Limit.PASSWORDS_FROM_ADDRESS, "127.0.3.5");
        }

        assertThat(guesser.postForm("/sign-in", "username=nobody&password=demo", CSRF)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void whoComesTooOftenOrIsRefusedIsOnRecord() {
        full(Limit.PLACES, "127.0.4.1");
        new From("127.0.4.1", http).get("/r/place?at=113.60,34.75");
        new From("127.0.4.2", http).get("/admin/stuck", "X-Mark: 1");
        new From("127.0.4.3", http).get("/api/admin/stuck", basic("worker", "demo"));
        new From("127.0.4.4", http).postForm("/follow/geheim/rating", "stars=1");
        new From("127.0.4.5", http).get("/api;x=1/cases");

        assertThat(onRecord("127.0.4.1")).isEqualTo("anybody door.limited /r");
        assertThat(onRecord("127.0.4.2")).isEmpty();
        assertThat(onRecord("127.0.4.3")).isEqualTo("worker door.refused /api");
        assertThat(onRecord("127.0.4.4")).isEqualTo("anybody door.refused /follow");
        assertThat(onRecord("127.0.4.5")).startsWith("anybody door.disguised /api");
        assertThat(jdbc.sql("select count(*) from audit_payload where payload like '%geheim%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String onRecord(String address) {
        return jdbc.sql(
                        "select actor || ' ' || action || ' ' || subject from audit_entry where detail ->> 'address' = ?")
                .param(address)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean signsIn(From from, String account) {
        var answer = from.postForm("/sign-in", "username=" + account + "&password=demo", CSRF);
        return answer.status() == 302 && answer.header("Location").endsWith("/home");
    }

    private String link(String text) {
        return "/follow/" + flow.report(text, "L01001").secret();
    }

    private void full(Limit limit, String who) {
        buckets.keep(Key.of(limit.code(), who), Duration.ofMinutes(20).minusSeconds(2));
    }

    private static String basic(String account, String password) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
