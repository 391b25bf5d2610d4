package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.Multipart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpCityTest
class ReportsApiTests {
    @Autowired
    Http http;

    @Test
    void aReportNeedsAPlaceInsideTheCityAndSomethingToSay() {
        refused(without("longitude"), "intake.place.missing");
        refused(with("longitude", 12.5), "intake.place.outside");
        refused(without("description"), "intake.text.missing");
        refused(with("description", "  \n "), "intake.text.missing");
        refused(with("description", "坑".repeat(34_000)), "intake.text.tooLong");
        refused(with("serviceCode", "M99999"), "intake.class.unknown");
        refused(with("address", "路".repeat(201)), "intake.address.tooLong");
        refused(with("contactPhone", "1".repeat(101)), "intake.contact.tooLong");
        assertThat(post(with("longitude", 1234.5)).status()).isEqualTo(400);
        assertThat(post(with("longitude", "east")).status()).isEqualTo(400);
        refused(with("photos", List.of("no-id")), "intake.photos.unknown");
    }

    @Test
    void whateverIsWrittenStaysText() {
        String hostile = "'); drop table city_case; -- <img src=x onerror=alert(1)> ${7*7} \u0000 😀🕳️ \\u0027";

        var one = ApiCase.reported(http, with("description", hostile));

        assertThat(one.seen().path("description").asText()).isEqualTo(hostile.replace("\u0000", ""));
    }

    @Test
    void whatACaseIsIsNotTakenFromWhoeverReportsIt() {
        var body = with("description", "路面有坑");
        Map.of(
                        "id", "00000000-0000-7000-8000-000000000000",
                        "number", "GC20260101-000001",
                        "stage", "CLOSED",
                        "district", "410103",
                        "grid", "410103001001001",
                        "reporter", "admin",
                        "actor", "admin",
                        "channel", "resident",
                        "minor", "true",
                        "dueAt", "2020-01-01T00:00:00Z")
                .forEach(body::put);
        Map.of("dispatchedUnit", "U1", "closedAt", "2020-01-01T00:00:00Z", "filingRow", "L01001-1")
                .forEach(body::put);

        var seen = ApiCase.reported(http, body).seen();

        assertThat(seen.toString())
                .doesNotContain("410103", "GC20260101-000001", "00000000-0000-7000", "2020-01-01", "\"admin\"", "U1");
        assertThat(seen.path("stage").asText()).isNotIn("CLOSED", "");
    }

    @Test
    void sixPhotosAreTakenAndSevenAreNot() {
        List<String> seven = IntStream.range(0, 7)
                .mapToObj(n -> ApiCase.photo(http, "worker"))
                .toList();

        refused(with("photos", seven), "intake.photos.tooMany");
        assertThat(post(with("photos", seven.subList(0, 6))).status()).isEqualTo(201);
    }

    @Test
    void nobodyReportsWithAnothersPhotoOrTheSameOneTwice() {
        String strange = ApiCase.photo(http, "filing");
        assertThat(post(with("photos", List.of(strange))).status()).isEqualTo(403);

        String own = ApiCase.photo(http, "worker");
        assertThat(post(with("photos", List.of(own))).status()).isEqualTo(201);
        assertThat(post(with("photos", List.of(own))).status()).isEqualTo(409);
        assertThat(post(with("photos", List.of(UUID.randomUUID().toString()))).status())
                .isEqualTo(404);
    }

    @Test
    void theSameKeyTwiceAtOnceMakesOneCase() {
        var body = with("description", "同时发两次");
        var caller = http.as("worker").with("Idempotency-Key", UUID.randomUUID().toString());

        List<String> cases = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> caller.postJson("/api/reports", body)))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.json().path("caseId").asText())
                .distinct()
                .toList();

        assertThat(cases).hasSize(1).allMatch(id -> !id.isEmpty());
        assertThat(caller.postJson("/api/reports", with("description", "别的事")).status())
                .isEqualTo(409);
    }

    @Test
    void aRetryWithItsPhotosMakesOneCase() {
        byte[] photo = Flow.jpeg();
        var caller = http.as("worker").with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = caller.postMultipart("/api/reports", form().file("photo", "a.jpg", photo));
        Answer again = caller.postMultipart("/api/reports", form().file("photo", "a.jpg", photo));

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(again.json().path("caseId")).isEqualTo(first.json().path("caseId"));
    }

    @Test
    void whatIsNoPhotoIsRefused() {
        Answer html = http.as("worker")
                .postMultipart(
                        "/api/reports",
                        form().file("photo", "page.jpg", "<html><script>".getBytes(StandardCharsets.US_ASCII)));

        assertThat(html.status()).as(html.body()).isEqualTo(422);
        assertThat(html.type()).startsWith("application/problem+json");
    }

    private static Multipart form() {
        return new Multipart()
                .field("description", "路面塌了，带照片")
                .field("longitude", String.valueOf(Flow.SOMEWHERE.longitude()))
                .field("latitude", String.valueOf(Flow.SOMEWHERE.latitude()))
                .field("serviceCode", "auto");
    }

    private static Map<String, Object> with(String field, Object value) {
        var body = new HashMap<>(ApiCase.report("L01001"));
        body.put(field, value);
        return body;
    }

    private static Map<String, Object> without(String field) {
        var body = new HashMap<>(ApiCase.report("L01001"));
        body.remove(field);
        return body;
    }

    private Answer post(Map<String, Object> body) {
        return http.as("worker").postJson("/api/reports", body);
    }

    private void refused(Map<String, Object> body, String code) {
        Answer answer = post(body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
    }
}
