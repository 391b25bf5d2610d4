package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.Multipart;

/** A case that a test drives through the API. */
record ApiCase(Http http, String id) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Map<String, Object> report(String serviceCode) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("description", "东风路口路面塌了一个坑");
        fields.put("longitude", Flow.SOMEWHERE.longitude());
        fields.put("latitude", Flow.SOMEWHERE.latitude());
        fields.put("serviceCode", serviceCode);
        return fields;
    }

    static ApiCase reported(Http http, Map<String, Object> report) {
        Answer answer = http.as("worker").postJson("/api/reports", report);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new ApiCase(http, answer.json().path("caseId").asText());
    }

    /** A road collapse, which is never minor. */
    static ApiCase collapse(Http http) {
        return reported(http, report("L01001")).reaches("FILING");
    }

    JsonNode seen() {
        Answer answer = http.as("supervisor").get("/api/cases/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    ApiCase reaches(String stage) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> seen().path("stage").asText(), stage::equals);
        return this;
    }

    String task(String account) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> tasks(account)
                .has(0));
        return tasks(account).path(0).path("id").asText();
    }

    JsonNode tasks(String account) {
        return http.as(account).get("/api/tasks?case=" + id).json();
    }

    Answer complete(String account, Map<String, Object> fields) {
        return complete(account, task(account), fields);
    }

    Answer complete(String account, String task, Map<String, Object> fields) {
        return http.as(account).postJson("/api/tasks/" + task + "/complete", fields);
    }

    ApiCase done(String account, Map<String, Object> fields) {
        Answer answer = complete(account, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        return this;
    }

    ApiCase filed() {
        task("filing");
        String row = seen().path("proposed").path("row").asText();
        return done("filing", Map.of("outcome", "filed", "row", row)).reaches("DISPATCHING");
    }

    ApiCase dispatched() {
        task("dispatch");
        String unit = seen().path("proposed").path("unit").asText();
        return done("dispatch", Map.of("outcome", "dispatched", "unit", unit)).reaches("HANDLING");
    }

    ApiCase handled() {
        return done("handler", Map.of("outcome", "handled", "after", photo(http, "handler")))
                .reaches("CHECKING");
    }

    static String photo(Http http, String account) {
        Answer answer =
                http.as(account).postMultipart("/api/photos", new Multipart().file("file", "../../x.jpg", Flow.jpeg()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asText();
    }
}
