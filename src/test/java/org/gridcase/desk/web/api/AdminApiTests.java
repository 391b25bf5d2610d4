package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.gridcase.casework.Entry;
import org.gridcase.casework.Stage;
import org.gridcase.casework.Timeline;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.gridcase.workflow.InboxTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpCityTest
class AdminApiTests {
    private static final String WHY = "卡住了，值班长要求处理";

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    Timeline timeline;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private CaseId id;
    private InboxTask task;

    @BeforeEach
    void aCaseWaitsForItsFiling() {
        id = flow.report("路面塌陷", "L01001").caseId();
        task = flow.awaitTask("filing", id);
    }

    @Test
    void aCaseIsAnnulledWhereverItStandsWithReasonOnRecord() {
        assertThat(order("/cases/" + id + "/annul", Map.of("reason", WHY)).status())
                .isEqualTo(204);

        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ANNULLED);
        assertThat(flow.hasTask("filing", id)).isFalse();
        onRecord(id, "case.annul");
        assertThat(differences()).doesNotContain(id.toString());
        assertThat(order("/cases/" + id + "/annul", Map.of("reason", WHY)).status())
                .isEqualTo(409);
    }

    @Test
    void aCaseThatLostItsProcessIsAnnulledToo() {
        runtime.deleteProcessInstance(flow.instance(id).getId(), "planted");
        assertThat(differences()).contains(id.toString());

        assertThat(order("/cases/" + id + "/annul", Map.of("reason", WHY)).status())
                .isEqualTo(204);

        assertThat(differences()).doesNotContain(id.toString());
        onRecord(id, "case.annul");
    }

    @Test
    void aProcessWithoutACaseIsEndedAndOneWithACaseIsNot() {
        Answer refused = order("/processes/" + id + "/end", Map.of("reason", WHY));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(flow.task("filing", id).id()).isEqualTo(task.id());

        CaseId stray = CaseId.next();
        var variables = new HashMap<String, Object>(Map.of(
                "release",
                1,
                "district",
                "410102",
                "street",
                "410102001",
                "grid",
                "410102001001001",
                "reopened",
                false));
        runtime.startProcessInstanceById(flow.instance(id).getProcessDefinitionId(), stray.toString(), variables);
        assertThat(differences()).contains(stray.toString());

        // whoever ends what is just being worked on is told to try again
        await().untilAsserted(() -> assertThat(order("/processes/" + stray + "/end", Map.of("reason", WHY))
                        .status())
                .isEqualTo(204));

        assertThat(differences()).doesNotContain(stray.toString());
        assertThat(audited(stray.toString())).containsExactly("process.end");
    }

    @Test
    void aStepIsCorrectedAsFarAsTheFactsReach() {
        assertThat(order("/cases/" + id + "/move", Map.of("to", "closeCase", "reason", WHY))
                        .status())
                .isEqualTo(422);
        assertThat(order("/cases/" + id + "/move", Map.of("to", "proposeFiling", "reason", WHY))
                        .status())
                .isEqualTo(204);
        onRecord(id, "case.move");
        assertThat(flow.awaitTask("filing", id).id()).isNotEqualTo(task.id());
    }

    @Test
    void aTaskIsHandedToAGroupThatSomebodyHolds() {
        String door = "/tasks/" + task.id() + "/hand-over";
        assertThat(order(door, Map.of("group", "filing-clerk@410199", "reason", WHY))
                        .status())
                .isEqualTo(422);
        assertThat(order(door, Map.of("group", "filing-clerk@410103", "reason", WHY))
                        .status())
                .isEqualTo(204);
        onRecord(id, "task.handOver");
        assertThat(flow.hasTask("filing", id)).isFalse();
        assertThat(order(door, Map.of("group", "filing-clerk@410102", "reason", WHY))
                        .status())
                .isEqualTo(204);
        assertThat(flow.hasTask("filing", id)).isTrue();
    }

    @Test
    void aStepGivenUpIsTriedAgain() {
        CaseId open = flow.report("自动步骤坏了", "L01001").caseId();
        flow.awaitTask("filing", open);
        flow.completeNow("filing", flow.task("filing", open).id(), "outcome", "filed", "row", "L01001-1");
        flow.awaitTask("dispatch", open);
        String job = management
                .createJobQuery()
                .processInstanceId(flow.instance(open).getId())
                .list()
                .stream()
                .findFirst()
                .map(org.camunda.bpm.engine.runtime.Job::getId)
                .orElse(null);
        if (job != null) {
            assertThat(order("/jobs/" + job + "/retry", Map.of("reason", WHY)).status())
                    .isEqualTo(204);
            onRecord(open, "job.retry");
        }
        assertThat(order("/jobs/no-such-job/retry", Map.of("reason", WHY)).status())
                .isEqualTo(409);
    }

    @Test
    void nothingIsDoneWithoutAReason() {
        for (String door :
                List.of("/cases/" + id + "/annul", "/cases/" + id + "/move", "/tasks/" + task.id() + "/hand-over")) {
            for (Object order : List.of(
                    Map.of("to", "classify", "group", "filing-clerk@410102"),
                    Map.of("reason", "  "),
                    Map.of("reason", "长".repeat(501)))) {
                Answer refused = order(door, order);
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.json().path("code").asText()).isEqualTo("desk.intervention.withoutReason");
            }
        }
        nothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "bpmn-error",
                "escalation",
                "signal",
                "message",
                "variables",
                "modification",
                "migration",
                "suspension",
                "deletion",
                "job-execution"
            })
    void aDoorThatStaysShutSaysWhatToDoInstead(String door) {
        String path = "/api/admin/cases/" + id + "/" + door;
        Answer zh = http.as("admin").post(path);
        Answer en = http.as("admin").speaking("en").post(path);

        assertThat(zh.status()).isEqualTo(422);
        assertThat(zh.json().path("code").asText()).isEqualTo("desk.intervention.shut." + door);
        assertThat(zh.json().path("detail").asText()).matches(".*[\\u4e00-\\u9fff].*");
        assertThat(en.json().path("detail").asText()).matches("[A-Z][ -~’]+\\.");
        nothingHappened();
    }

    @Test
    void aDoorThatNeverWasIsNotFound() {
        assertThat(http.as("admin").post("/api/admin/cases/" + id + "/explode").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsStuckAndWhatDiffersIsListed() {
        jdbc.sql("update city_case set moved_at = now() - interval '500 hours' where id = ?")
                .param(id.value())
                .update();

        Answer stuck = http.as("admin").get("/api/admin/stuck?hours=499");

        assertThat(stuck.json().path("still").findValuesAsText("id")).contains(id.toString());
        assertThat(stuck.json().has("failed")).isTrue();
        assertThat(http.as("admin")
                        .get("/api/admin/consistency")
                        .json()
                        .path("cases")
                        .asLong())
                .isPositive();
    }

    @Test
    void thePageOffersTheSameForAnyCaseByItsNumber() {
        var cookies = new HashMap<>(webApps.signIn("admin").cookies());
        cookies.put("GC-CSRF", "token");
        var page = webApps.with(cookies).with("X-GC-CSRF", "token");

        String shown =
                page.get("/admin/stuck?number=" + flow.facts(id).number()).body();
        assertThat(shown)
                .contains("/admin/stuck/cases/" + id + "/annul", "/admin/stuck/cases/" + id + "/move")
                .contains("/admin/stuck/tasks/" + task.id() + "/hand-over");
        assertThat(page.postForm("/admin/stuck/cases/" + id + "/annul", Map.of("reason", " "))
                        .body())
                .contains("请写理由");
        assertThat(page.postForm("/admin/stuck/cases/" + id + "/annul", Map.of("reason", WHY))
                        .status())
                .isEqualTo(302);
        onRecord(id, "case.annul");
        assertThat(page.get("/admin/stuck?number=" + flow.facts(id).number()).body())
                .doesNotContain("/admin/stuck/cases/" + id + "/annul");
        assertThat(page.get("/admin/consistency").status()).isEqualTo(200);
    }

    private Answer order(String door, Object order) {
        return http.as("admin").postJson("/api/admin" + door, order);
    }

    private String differences() {
        return http.as("admin").get("/api/admin/consistency").body();
    }

    private void onRecord(CaseId id, String action) {
        List<Entry> entries = timeline.of(id);
        assertThat(entries)
                .anyMatch(entry -> entry.actor().equals("admin") && WHY.equals(Objects.toString(entry.reason())));
        assertThat(audited(id.toString())).contains(action);
    }

    private List<String> audited(String subject) {
        return jdbc.sql("select action from audit_entry where subject = ? and actor = 'admin' and reason = ?")
                .params(subject, WHY)
                .query(String.class)
                .list();
    }

    private void nothingHappened() {
        assertThat(flow.task("filing", id).id()).isEqualTo(task.id());
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.FILING);
        assertThat(timeline.of(id)).noneMatch(entry -> entry.actor().equals("admin"));
    }
}
