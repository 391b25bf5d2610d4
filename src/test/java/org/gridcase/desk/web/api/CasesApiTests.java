package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpCityTest
class CasesApiTests {
    @Autowired
    Http http;

    @Test
    void aTimeBeyondAnyCalendarFindsNothingAndBreaksNothing() {
        String never = "%2B999999999-12-30T00:00:00Z";
        String ever = "-999999998-01-01T00:00:00Z";
        String id = "_00000000-0000-0000-0000-000000000000";
        for (String query :
                List.of("from=" + never, "to=" + ever, "from=" + ever + "&to=" + never, "cursor=" + never + id)) {
            assertThat(http.as("supervisor").get("/api/cases?limit=1&" + query).status())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(http.as("supervisor").get("/api/cases?from=" + never).json().path("cases"))
                .isEmpty();
        assertThat(http.as("supervisor").get("/api/cases?to=" + ever).json().path("cases"))
                .isEmpty();
    }

    @Test
    void showsAClosedCaseWithItsTimelineAndDecisions() {
        JsonNode closed = ApiCase.collapse(http)
                .filed()
                .dispatched()
                .handled()
                .done("checker", Map.of("outcome", "passed"))
                .reaches("CLOSED")
                .seen();

        assertThat(names(closed))
                .contains(
                        "id",
                        "number",
                        "stage",
                        "class",
                        "minor",
                        "grid",
                        "unit",
                        "release",
                        "limit",
                        "timeline",
                        "decisions",
                        "reportedAt",
                        "place",
                        "description");
        assertThat(closed.path("class").asText()).isEqualTo("L01001");
        assertThat(closed.path("minor").asBoolean(true)).isFalse();
        assertThat(closed.path("grid").asText()).startsWith("410102").hasSize(15);
        assertThat(names(closed.path("limit"))).containsExactly("amount", "kind", "dueAt");
        assertThat(closed.path("limit").path("kind").asText()).isEqualTo("URGENT_HOURS");
        assertThat(closed.path("timeline").findValuesAsText("action"))
                .containsSubsequence("REPORT", "FILE", "DISPATCH", "HANDLE", "PASS", "CLOSE");
        assertThat(names(closed.path("timeline").path(0)))
                .containsExactly("at", "actor", "action", "stage", "reason", "detail");
        assertThat(closed.path("decisions").findValuesAsText("decision")).contains("minor-event", "filing", "routing");
        assertThat(names(closed.path("decisions").path(0)))
                .containsExactly(
                        "decision",
                        "release",
                        "table",
                        "row",
                        "inputs",
                        "output",
                        "overriddenBy",
                        "overriddenTo",
                        "reason");
    }

    @Test
    void findsCasesByNumberClassStageAreaAndTime() {
        var one = ApiCase.collapse(http).seen();
        String number = one.path("number").asText();

        assertThat(numbers("number=" + number)).containsExactly(number);
        assertThat(numbers("number=" + number + "&class=L01001&stage=FILING,DISPATCHING&area=410102"))
                .containsExactly(number);
        assertThat(numbers("number=" + number + "&class=M06010")).isEmpty();
        assertThat(numbers("number=" + number + "&stage=CLOSED")).isEmpty();
        assertThat(numbers("number=" + number + "&area=410103")).isEmpty();
        assertThat(numbers("number=" + number + "&to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(numbers("number=" + number + "&from=2020-01-01T00:00:00%2B08:00"))
                .containsExactly(number);
        assertThat(numbers("words=" + Http.encode("东风路口 塌了"))).contains(number);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrOverlap() {
        var first = ApiCase.collapse(http).seen().path("number").asText();
        var second = ApiCase.collapse(http).seen().path("number").asText();

        JsonNode page = http.as("supervisor").get("/api/cases?limit=1").json();
        JsonNode next = http.as("supervisor")
                .get("/api/cases?limit=1&cursor="
                        + Http.encode(page.path("next").asText()))
                .json();

        assertThat(page.path("cases").findValuesAsText("number")).containsExactly(second);
        assertThat(next.path("cases").findValuesAsText("number")).containsExactly(first);
    }

    @Test
    void anotherDistrictsAccountFindsNothing() {
        var one = ApiCase.collapse(http);
        String number = one.seen().path("number").asText();

        for (String stranger : List.of("supervisor2", "filing2", "worker2", "handler2")) {
            var answer = http.as(stranger).speaking("en").get("/api/cases/" + one.id());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("code").asText()).isEqualTo("casework.notFound");
            assertThat(http.as(stranger)
                            .get("/api/cases?number=" + number)
                            .json()
                            .path("cases"))
                    .isEmpty();
        }
    }

    @Test
    void aBadParameterIsABadRequestInTheCallersLanguage() {
        for (String bad : List.of("stage=NOWHERE", "limit=many", "from=yesterday")) {
            var answer = http.as("filing").speaking("en").get("/api/cases?" + bad);
            assertThat(answer.status()).as(bad).isEqualTo(400);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asText()).isEqualTo("The request is not in the right form.");
        }
        assertThat(http.as("filing")
                        .get("/api/cases/no-id")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("请求的格式不对。");
        assertThat(http.as("filing").get("/api/cases?class=%00").status()).isLessThan(500);
    }

    private List<String> numbers(String query) {
        var answer = http.as("supervisor").get("/api/cases?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("cases").findValuesAsText("number");
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
