package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is too large, malformed or hostile, at the doors where it comes in and on the pages where it is shown. */
@HttpCityTest
class BadInputTests {
    private static final String INSIDE = "113.60,34.75";
    private static final String HOSTILE =
            "😀🕳️ <img src=x onerror=alert(1)> '; drop table city_case; -- ${7*7} [[${1}]]";
    private static final String ESCAPED =
            "😀🕳️ &lt;img src=x onerror=alert(1)&gt; &#39;; drop table city_case; -- ${7*7} [[${1}]]";

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    Http.Caller resident;
    String csrf = "";

    @BeforeEach
    void openThePage() {
        var opened = http.anybody().get("/report").response().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
        csrf = opened.stream()
                .filter(cookie -> cookie.startsWith("GC-CSRF="))
                .map(cookie -> cookie.substring("GC-CSRF=".length()))
                .findFirst()
                .orElseThrow();
        resident = http.anybody()
                .speaking("zh-CN")
                .with("Accept", "text/html,*/*;q=0.8")
                .with("Cookie", String.join("; ", opened));
    }

    @Test
    void emojiSqlAndHtmlAreShownAsTextOnEveryPage() {
        var refused = report(HOSTILE, "");
        assertThat(refused.body()).contains(ESCAPED).doesNotContain("<img src=x");

        var id = flow.report(HOSTILE, "M07001").caseId();
        String task = flow.awaitTask("worker", id).id();
        var worker = webApps.with(webApps.signIn("worker").cookies()).speaking("zh-CN");
        for (String page : new String[] {"/cases", "/cases/" + id}) {
            assertThat(worker.get(page).body()).as(page).contains(ESCAPED).doesNotContain("<img src=x");
        }
        assertThat(worker.get("/my/" + task).body()).doesNotContain("<img src=x");
        var tasks = worker.get("/my/tasks");
        assertThat(tasks.type()).startsWith("application/json");
        assertThat(tasks.json().get("tasks").findValuesAsText("words")).contains(HOSTILE);
        assertThat(jdbc.sql("select count(*) from city_case").query(Long.class).single())
                .isPositive();
    }

    @Test
    void whatStaffWriteIsTextOnTheTrackingPageToo() {
        var receipt = flow.report("误报一件", "L01001");
        flow.awaitTask("filing", receipt.caseId());
        webApps.staff("supervisor").postForm("/cases/" + receipt.caseId() + "/annul", Map.of("reason", HOSTILE));

        assertThat(resident.get("/follow/" + receipt.secret()).body())
                .contains(ESCAPED)
                .doesNotContain("<img src=x");
    }

    @Test
    void aPhotoOfElevenMegabytesIsRefusedAtTheFormInWordsAndNothingTypedIsLost() {
        long photos = count("photo");
        long cases = count("case_origin");

        var refused = resident.postMultipart(
                "/report",
                form("路灯坏了，很黑", INSIDE).file("photo", "a.jpg", Flow.jpeg()).file("photo", "b.jpg", elevenMegabytes()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("每张不能超过 10 MB", "路灯坏了，很黑", "value=\"" + INSIDE + "\"");
        assertThat(count("photo")).isEqualTo(photos);
        assertThat(count("case_origin")).isEqualTo(cases);
    }

    @Test
    void aPhotoOfElevenMegabytesAddedLaterIsRefusedAndTheWordsStay() {
        String secret = flow.report("路灯不亮", "L01001").secret();

        var refused = resident.postMultipart(
                "/follow/" + secret + "/additions",
                new Multipart()
                        .field("_csrf", csrf)
                        .field("words", "补充：昨晚也不亮")
                        .file("photo", "b.jpg", elevenMegabytes()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("每张不能超过 10 MB", "补充：昨晚也不亮");
    }

    @Test
    void aPhotoOfElevenMegabytesIsRefusedByTheApiAndMakesNoCase() {
        long photos = count("photo");
        long cases = count("case_origin");
        var report = new Multipart()
                .field("description", "带大照片")
                .field("longitude", "113.60")
                .field("latitude", "34.75")
                .file("photo", "a.jpg", Flow.jpeg())
                .file("photo", "b.jpg", elevenMegabytes());

        var refused = http.as("worker").speaking("en").postMultipart("/api/reports", report);

        problem(refused, 413, "photo.tooLarge");
        assertThat(refused.json().path("detail").asText()).contains("10 MB");
        assertThat(count("photo")).isEqualTo(photos);
        assertThat(count("case_origin")).isEqualTo(cases);
    }

    @Test
    void open311TakesNoFilesAndSaysSoInItsOwnWords() {
        var large = http.anybody()
                .speaking("zh-CN")
                .postMultipart("/open311/v2/requests.json", open311().file("media", "b.jpg", elevenMegabytes()));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().get(0).path("description").asText()).isEqualTo("内容太大。");

        var small = http.anybody()
                .speaking("zh-CN")
                .postMultipart("/open311/v2/requests.xml", open311().file("media", "b.jpg", Flow.jpeg()));
        assertThat(small.status()).isEqualTo(400);
        assertThat(small.body()).contains("<errors><error><code>400</code>", "media_url");
    }

    @Test
    void aBodyOverAMegabyteIsTurnedAwayAtEveryDoorOfPrograms() {
        byte[] huge = ("{\"description\": \"" + "x".repeat(1 << 21) + "\"}").getBytes(StandardCharsets.UTF_8);
        var worker = http.as("worker").speaking("zh-CN").with("Accept", "application/json");

        problem(worker.post("/api/reports", "application/json", huge), 413, "shared.tooLarge");
        problem(chunked(worker, "/api/reports", huge), 413, "shared.tooLarge");
        var engine = worker.post("/engine-rest/task", "application/json", huge);
        assertThat(engine.status()).isEqualTo(413);
        assertThat(engine.json().path("message").asText()).isEqualTo("内容太大。");
        assertThat(chunked(worker, "/engine-rest/task", huge).status()).isEqualTo(413);
        var form = http.anybody()
                .speaking("zh-CN")
                .postForm("/open311/v2/requests.json", Map.of("description", "x".repeat(1 << 21)));
        assertThat(form.status()).isEqualTo(413);
        assertThat(form.json().get(0).path("code").asInt()).isEqualTo(413);
        assertThat(http.anybody().post("/api/reports", "application/json", huge).status())
                .isEqualTo(401);
    }

    @Test
    void moreThanATableOrFormOfTheStudioHoldsIsTurnedAwayInWords() {
        byte[] huge =
                ("{\"sha256\": \"" + "x".repeat(BodyLimit.MOST_OF_STUDIO) + "\"}").getBytes(StandardCharsets.UTF_8);
        byte[] large = ("{\"sha256\": \"" + "x".repeat(BodyLimit.MOST) + "\"}").getBytes(StandardCharsets.UTF_8);
        String draft = "/policy/drafts/" + UUID.randomUUID();
        var analyst = webApps.staff("analyst").with("Accept", "application/json, application/problem+json");
        for (String door : new String[] {
            draft + "/table/rows?path=rules/routing/routing.drl.xlsx",
            draft + "/form?path=forms/handleCase.form",
            "/policy/form-preview"
        }) {
            var refused = analyst.speaking("zh-CN").post(door, "application/json", huge);
            problem(refused, 413, "shared.tooLarge");
            assertThat(refused.json().path("detail").asText()).as(door).contains("没有保存", "8 MB");
            problem(chunked(analyst.speaking("en"), door, huge), 413, "shared.tooLarge");
            assertThat(chunked(analyst.speaking("en"), door, huge)
                            .json()
                            .path("detail")
                            .asText())
                    .startsWith("Nothing was saved");
            assertThat(analyst.post(door, "application/json", large)
                            .json()
                            .path("code")
                            .asText())
                    .as("a large table may be sent to " + door)
                    .isNotEqualTo("shared.tooLarge");
        }
    }

    @Test
    void aFormLargerThanAllItsPhotosMayBeIsTurnedAwayAsWhatItIs() {
        var page = huge(resident.with("X-GC-CSRF", csrf), "/report");
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("内容太大", "gc-page").doesNotContain("Exception");
        problem(huge(http.as("worker"), "/api/reports"), 413, "shared.tooLarge");
    }

    /** 65 MB in a form that is never read. */
    private static Answer huge(Http.Caller caller, String path) {
        int size = 65 << 20;
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size]));
        return caller.with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", path, BodyPublishers.fromPublisher(body, size));
    }

    @Test
    void aBodyWhoseLengthNobodyToldIsReadAllTheSame() {
        byte[] body = "{\"description\": \"路面塌陷\", \"longitude\": 113.60, \"latitude\": 34.75}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(chunked(http.as("worker"), "/api/reports", body).status()).isEqualTo(201);
    }

    @Test
    void whatIsNoPhotoIdIsRefusedWhereverOneIsSent() {
        var page = resident.postMultipart("/report", form("路灯坏了", INSIDE).field("photos", "不是编号"));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("有一张照片没有收到", "路灯坏了");
        var script = resident.with("X-GC-CSRF", csrf)
                .postMultipart(
                        "/r/reports",
                        new Multipart()
                                .field("text", "路灯坏了")
                                .field("place", INSIDE)
                                .field("photos", "x"));
        problem(script, 422, "intake.photos.unknown");
        String secret = flow.report("路灯不亮", "L01001").secret();
        assertThat(resident.postForm("/follow/" + secret + "/additions", Map.of("_csrf", csrf, "photos", "x"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theStartFormSaysThatAPhotoIdIsNone() {
        var session = webApps.signIn("worker");
        var variables = Map.of(
                "description", Map.of("value", "路灯坏了"),
                "place", Map.of("value", INSIDE),
                "photos", Map.of("value", "x"));

        Answer refused = session.caller()
                .speaking("zh-CN")
                .postJson(
                        "/camunda/api/engine/engine/default/process-definition/key/report/submit-form",
                        Map.of("variables", variables));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("message").asText()).contains("有一张照片没有收到");
    }

    private Answer report(String text, String place) {
        return resident.postMultipart("/report", form(text, place));
    }

    private Multipart form(String text, String place) {
        return new Multipart()
                .field("_csrf", csrf)
                .field("key", UUID.randomUUID().toString())
                .field("text", text)
                .field("place", place);
    }

    private static Multipart open311() {
        return new Multipart()
                .field("service_code", "auto")
                .field("lat", "34.75")
                .field("long", "113.60")
                .field("description", "路灯");
    }

    private static byte[] elevenMegabytes() {
        return new byte[11 << 20];
    }

    private static Answer chunked(Http.Caller caller, String path, byte[] body) {
        return caller.with("Content-Type", "application/json")
                .send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
