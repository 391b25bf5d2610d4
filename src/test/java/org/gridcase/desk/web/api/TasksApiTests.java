package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpCityTest
class TasksApiTests {
    private static final Map<String, Object> ANNUL = Map.of("outcome", "annulled", "reason", "重复上报");

    @Autowired
    Http http;

    @Test
    void aTaskIsListedOnlyToThoseWhoMayWorkOnIt() {
        var one = ApiCase.collapse(http);
        one.task("filing");

        assertThat(http.as("filing").get("/api/tasks?limit=100").json().findValuesAsText("caseId"))
                .contains(one.id());
        assertThat(one.tasks("filing2")).isEmpty();
        assertThat(one.tasks("dispatch")).isEmpty();
        assertThat(one.tasks("supervisor")).isEmpty();
    }

    @Test
    void nobodyCompletesOrClaimsAnothersTask() {
        var one = ApiCase.collapse(http);
        String task = one.task("filing");

        for (String stranger : List.of("dispatch", "handler", "filing2", "supervisor")) {
            refused(one.complete(stranger, task, ANNUL), 403, 404);
            refused(http.as(stranger).post("/api/tasks/" + task + "/claim"), 403, 404);
        }
        one.reaches("FILING");
    }

    @Test
    void aTaskIsCompletedOnce() {
        var one = ApiCase.collapse(http);
        String task = one.task("filing");
        one.complete("filing", task, ANNUL);

        refused(one.complete("filing", task, ANNUL), 404);
        one.reaches("ANNULLED");
    }

    @Test
    void ofTwoWhoCompleteATaskAtOnceOneDoes() {
        var one = ApiCase.collapse(http);
        String task = one.task("filing");

        List<Integer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> one.complete("filing", task, ANNUL).status()))
                .limit(3)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(answers.get(0)).isEqualTo(204);
        assertThat(answers.subList(1, 3)).allMatch(status -> status == 403 || status == 404 || status == 409);
        one.reaches("ANNULLED");
    }

    @Test
    void aTaskOfAStageThatHasBeenPassedIsGone() {
        var one = ApiCase.collapse(http);
        String task = one.task("filing");
        one.filed().dispatched();

        refused(one.complete("filing", task, ANNUL), 404);
        one.reaches("HANDLING");
    }

    @Test
    void aVanishedTaskIsGone() {
        Answer answer = http.as("filing").speaking("en").postJson("/api/tasks/no-such-task/complete", ANNUL);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asText()).isEqualTo("workflow.task.gone");
        refused(http.as("filing").post("/api/tasks/no-such-task/claim"), 404);
    }

    @Test
    void aColleagueLeavesAClaimedTaskAlone() {
        var one = ApiCase.reported(http, ApiCase.report("M07001")).reaches("ON_SPOT");
        String task = one.task("worker");
        assertThat(http.as("worker").post("/api/tasks/" + task + "/claim").status())
                .isEqualTo(204);

        refused(http.as("substitute").post("/api/tasks/" + task + "/claim"), 409);
        refused(one.complete("substitute", task, Map.of("outcome", "done")), 409);
        assertThat(one.tasks("worker").path(0).path("assignee").asText()).isEqualTo("worker");
    }

    @Test
    void whatTheFormDemandsIsSaidInTheCallersLanguage() {
        var one = ApiCase.collapse(http);
        String task = one.task("filing");

        refused(one.complete("filing", task, Map.of()), 422);
        refused(one.complete("filing", task, Map.of("outcome", "nonsense")), 422);
        refused(one.complete("filing", task, Map.of("outcome", "annulled")), 422);
        refused(one.complete("filing", task, Map.of("outcome", Map.of("deep", "er"))), 400);
        one.reaches("FILING");
    }

    @Test
    void nothingTypedIntoATaskRunsAsAnExpression() {
        var one = ApiCase.collapse(http);
        String hostile = "${1+1} <script>alert(1)</script> '; drop table city_case; -- 😀";

        one.done("filing", Map.of("outcome", "annulled", "reason", hostile)).reaches("ANNULLED");

        assertThat(one.seen().path("timeline").findValuesAsText("reason")).contains(hostile);
    }

    private static void refused(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as(answer.body()).isIn((Object[]) statuses);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }
}
