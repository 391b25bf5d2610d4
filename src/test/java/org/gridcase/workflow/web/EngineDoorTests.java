package org.gridcase.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Refusal;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.gridcase.workflow.InboxTask;
import org.gridcase.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same answers at the engine's REST API, at the web apps' API, and at our own inbox. */
@HttpCityTest
class EngineDoorTests {
    private static final String WEB_APPS = "/camunda/api/engine/engine/default";
    private static final Map<String, WebApps.Session> SESSIONS = new TreeMap<>();

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Actors actors;

    @Autowired
    MessageSource messages;

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
    void anotherDistrictsTaskIsRefusedInTheSameWordsAtEveryDoor() {
        for (String account : List.of("filing2", "worker", "dispatch", "supervisor", "admin")) {
            everywhere(account, values("outcome", "annulled", "reason", "x"), "workflow.task.notYours");
        }
        nothingHappened();
    }

    @Test
    void anotherDistrictsTaskIsNeitherSeenNorClaimed() {
        for (String account : List.of("filing2", "worker2", "supervisor2")) {
            for (Api api : apis(account)) {
                assertThat(api.get("/task/" + task.id()).status()).isEqualTo(404);
                assertThat(api.get("/task/" + task.id() + "/variables").status())
                        .isIn(403, 422);
                assertThat(api.get("/task?maxResults=100&processInstanceBusinessKey=" + id)
                                .body())
                        .isEqualTo("[]");
                assertThat(api.get("/process-instance?maxResults=100&businessKey=" + id)
                                .body())
                        .isEqualTo("[]");
                said(
                        api.post("/task/" + task.id() + "/claim", Map.of("userId", account)),
                        "workflow.task.notYours",
                        "zh");
            }
            assertThat(inbox.find(actors.of(account), task.id())).isEmpty();
        }
        nothingHappened();
    }

    @Test
    void aSupervisorSeesTheirOwnDistrictOnly() {
        for (Api api : apis("supervisor")) {
            assertThat(api.get("/process-instance?maxResults=100&businessKey=" + id)
                            .body())
                    .contains(id.toString());
            assertThat(api.get("/task/" + task.id()).status()).isEqualTo(200);
        }
    }

    @Test
    void nobodyClaimsForAnotherNorTakesWhatAnotherHolds() {
        for (Api api : apis("filing")) {
            said(api.post("/task/" + task.id() + "/claim", Map.of("userId", "worker")), "workflow.task.notYours", "zh");
        }
        jdbc.sql("update act_ru_task set assignee_ = 'someone', rev_ = rev_ + 1 where id_ = ?")
                .param(task.id())
                .update();
        for (Api api : apis("filing")) {
            said(api.post("/task/" + task.id() + "/unclaim", Map.of()), "workflow.task.heldBy", "zh", "someone");
        }
        everywhere("filing", values("outcome", "confirm"), "workflow.task.heldBy", "someone");
    }

    @Test
    void whoeverClaimedATaskMayFreeItAgain() {
        for (Api api : apis("filing")) {
            assertThat(api.post("/task/" + task.id() + "/claim", Map.of("userId", "filing"))
                            .status())
                    .isEqualTo(204);
            assertThat(flow.task("filing", id).assignee()).isEqualTo("filing");
            assertThat(api.post("/task/" + task.id() + "/unclaim", Map.of()).status())
                    .isEqualTo(204);
            assertThat(flow.task("filing", id).assignee()).isNull();
        }
    }

    @Test
    void aTaskThatIsDoneOrNeverWasIsGone() {
        flow.completeNow("filing", task.id(), "outcome", "confirm");
        everywhere("filing", values("outcome", "confirm"), "workflow.task.gone");
        task = new InboxTask("no-such-task", task.key(), task.name(), id, null, task.createdAt());
        everywhere("filing", values("outcome", "confirm"), "workflow.task.gone");
    }

    @Test
    void whatIsTypedIntoAFormNeverBecomesAProcessVariable() {
        for (String name : List.of("district", "release", "unit", "grid", "street", "minor", "anything")) {
            for (Api api : apis("filing")) {
                for (String door : List.of("complete", "submit-form")) {
                    var answer = api.post(
                            "/task/" + task.id() + "/" + door, typed(values("outcome", "confirm", name, "410103")));
                    assertThat(answer.status()).as(name).isEqualTo(422);
                }
            }
        }
        nothingHappened();
        flow.completeNow("filing", task.id(), "outcome", "confirm", "reason", "看一眼");
        assertThat(variables()).containsOnlyKeys("district", "release", "street", "grid");
        assertThat(variables()).containsEntry("district", "410102");
    }

    @Test
    void anObjectOrAFileIsNoFormValue() {
        var object = Map.of(
                "value",
                "rO0ABXA=",
                "type",
                "Object",
                "valueInfo",
                Map.of(
                        "objectTypeName",
                        "java.lang.String",
                        "serializationDataFormat",
                        "application/x-java-serialized-object"));
        var file = Map.of("value", "aGk=", "type", "File", "valueInfo", Map.of("filename", "x.html"));
        for (Api api : apis("filing")) {
            for (Object value : List.of(object, file)) {
                var answer =
                        api.post("/task/" + task.id() + "/complete", Map.of("variables", Map.of("outcome", value)));
                said(answer, "workflow.field.notAChoice", "zh", "outcome");
            }
        }
        nothingHappened();
    }

    @Test
    void aReportStartsAtItsBeginningAndChoosesNoDistrict() {
        for (Api api : apis("worker")) {
            var midway = Map.of(
                    "startInstructions", List.of(Map.of("type", "startAfterActivity", "activityId", "takeReport")));
            said(api.post("/process-definition/key/report/start", midway), "workflow.start.midway", "zh");
            var elsewhere = typed(values("district", "410103", "description", "x", "place", "113.60,34.75"));
            assertThat(api.post("/process-definition/key/report/start", elsewhere)
                            .status())
                    .isIn(200, 422);
            assertThat(api.post("/process-definition/key/case-handling/start", elsewhere)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(jdbc.sql(
                                "select count(*) from act_hi_procinst where proc_def_key_ = 'report' and tenant_id_ is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aReportTakesPlainValuesOfItsFormAndNoKey() {
        var object = Map.of(
                "value",
                "{}",
                "type",
                "Object",
                "valueInfo",
                Map.of("objectTypeName", "x.Y", "serializationDataFormat", "application/json"));
        var file = Map.of("value", "aGk=", "type", "File", "valueInfo", Map.of("filename", "x.html"));
        long before = reports();
        for (Api api : apis("worker")) {
            for (String door : List.of("start", "submit-form")) {
                String path = "/process-definition/key/report/" + door;
                var good = values("description", "x", "place", "113.60,34.75");
                said(
                        api.post(path, Map.of("variables", Map.of("description", object))),
                        "workflow.field.notAChoice",
                        "zh",
                        "description");
                said(
                        api.post(path, Map.of("variables", Map.of("description", file))),
                        "workflow.field.notAChoice",
                        "zh",
                        "description");
                said(
                        api.post(path, typed(values("description", "x", "place", "113.60,34.75", "photos", "x"))),
                        "intake.photos.unknown",
                        "zh");
                said(
                        api.post(path, typed(values("description", "x", "place", "113.60,34.75", "unit", "U1"))),
                        "workflow.field.unknown",
                        "zh",
                        "unit");
                var named = new TreeMap<>(typed(good));
                named.put("businessKey", id.toString());
                said(api.post(path, named), "workflow.start.named", "zh");
            }
        }
        assertThat(reports()).isEqualTo(before);
    }

    private long reports() {
        return jdbc.sql("select count(*) from city_case").query(Long.class).single();
    }

    @Test
    void theEnginesOwnComplaintsAreSaidInTheCallersLanguageWithTheDetailBeside() {
        for (Api api : apis("filing")) {
            complained(api, "zh", "请求的格式不对。");
            complained(api.speaking("en-GB,en;q=0.9"), "en", "The request is not in the right form.");
        }
    }

    private static void complained(Api api, String language, String sentence) {
        // which of two mappers answers for the parser, and whether with its words, changes from start to start
        complaint(
                api.caller()
                        .post(
                                api.root() + "/task?maxResults=2",
                                "application/json",
                                "{bad".getBytes(StandardCharsets.UTF_8)),
                sentence,
                "");
        complaint(api.get("/task?maxResults=2&createdAfter=yesterday"), sentence, "createdAfter");
        complaint(api.get("/task?maxResults=2&sortBy=x&sortOrder=asc"), sentence, "sortBy");
        complaint(api.get("/task"), sentence, "unbound");
        complaint(api.post("/task?maxResults=2", Map.of("dueAfterExpression", "${now()}")), sentence, "Expressions");
        var sorting = Map.of(
                "sorting",
                List.of(Map.of(
                        "sortBy",
                        "processVariable",
                        "sortOrder",
                        "asc",
                        "parameters",
                        Map.of("variable", "x", "type", "nonsense"))));
        complaint(api.post("/task?maxResults=2", sorting), sentence, "valueType");
        var missing = api.get("/task/nothing");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("message").asText()).isEqualTo(language.equals("zh") ? "没有找到。" : "Not found.");
    }

    private static void complaint(Http.Answer answer, String sentence, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("message").asText()).isEqualTo(sentence);
        assertThat(answer.json().path("detail").asText())
                .as(answer.body())
                .contains(detail)
                .doesNotContain("\n", "at org.");
    }

    @Test
    void expressionsHiddenInAQueryAreRefused() {
        var hidden = Map.of("orQueries", List.of(Map.of("dueAfterExpression", "${now()}")));
        var deeper = Map.of("orQueries", List.of(hidden));
        String filter = String.valueOf(jdbc.sql("select id_ from act_ru_filter limit 1")
                .query(String.class)
                .single());
        for (Api api : apis("worker")) {
            for (Object query : List.of(hidden, deeper)) {
                for (String path : List.of(
                        "/task?maxResults=5",
                        "/task/count",
                        "/filter/" + filter + "/list?maxResults=5",
                        "/filter/" + filter + "/count",
                        "/filter/" + filter + "/singleResult")) {
                    said(api.post(path, query), "workflow.query.expression", "zh");
                }
            }
            assertThat(api.post("/task?maxResults=5", Map.of("dueAfterExpression", "${now()}"))
                            .status())
                    .isEqualTo(400);
            assertThat(api.post("/task/count", Map.of("orQueries", List.of(Map.of("unassigned", true))))
                            .status())
                    .isEqualTo(200);
            var saved = Map.of("resourceType", "Task", "name", "x", "query", hidden, "properties", Map.of());
            assertThat(api.post("/filter/create", saved).status()).isEqualTo(403);
        }
    }

    @Test
    void whatIsShutStaysShutForAdministratorsToo() {
        for (Api api : apis("admin")) {
            said(
                    api.post("/task/" + task.id() + "/bpmnError", Map.of("errorCode", "x")),
                    403,
                    "workflow.door.shut",
                    "zh");
            said(api.post("/message", Map.of("messageName", "caseAnnulled")), 403, "workflow.door.shut", "zh");
            var override = new Api(api.caller().with("X-HTTP-Method-Override", "PUT"), api.root());
            assertThat(override.post("/task/" + task.id(), Map.of("name", "x")).status())
                    .isEqualTo(403);
        }
        nothingHappened();
    }

    @Test
    void aFailureKeepsItsInsides() {
        for (Api api : apis("filing")) {
            var answer = api.get("/task?maxResults=5&sortBy=nonsense&sortOrder=asc");
            assertThat(answer.body()).doesNotContain("at org.", "\tat ", "java.lang", "select ");
        }
    }

    private record Api(Http.Caller caller, String root) {
        Http.Answer get(String path) {
            return caller.get(root + path);
        }

        Http.Answer post(String path, Object body) {
            return caller.postJson(root + path, body);
        }

        Api speaking(String language) {
            return new Api(caller.speaking(language), root);
        }
    }

    private List<Api> apis(String account) {
        var session = SESSIONS.computeIfAbsent(account, webApps::signIn);
        return List.of(new Api(http.as(account), "/engine-rest"), new Api(session.caller(), WEB_APPS));
    }

    /** Completing by both APIs' two doors in two languages, and by the inbox. */
    private void everywhere(String account, Map<String, Object> values, String key, Object... arguments) {
        for (Api api : apis(account)) {
            for (String door : List.of("complete", "submit-form")) {
                Function<Api, Http.Answer> complete = it -> it.post("/task/" + task.id() + "/" + door, typed(values));
                said(complete.apply(api), key, "zh", arguments);
                said(complete.apply(api.speaking("en-GB,en;q=0.9")), key, "en", arguments);
            }
        }
        var refusal = catchThrowableOfType(Refusal.class, () -> inbox.complete(actors.of(account), task.id(), values));
        assertThat(refusal.key()).isEqualTo(key);
    }

    private void said(Http.Answer answer, String key, String language, Object... arguments) {
        said(answer, 422, key, language, arguments);
    }

    private void said(Http.Answer answer, int status, String key, String language, Object... arguments) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().get("code").asText()).isEqualTo(key);
        var locale = language.equals("zh") ? java.util.Locale.SIMPLIFIED_CHINESE : java.util.Locale.ENGLISH;
        assertThat(answer.json().get("message").asText()).isEqualTo(messages.getMessage(key, arguments, locale));
    }

    private void nothingHappened() {
        assertThat(flow.task("filing", id).id()).isEqualTo(task.id());
        assertThat(variables()).containsOnlyKeys("district", "release", "street", "grid");
    }

    private Map<String, String> variables() {
        var found = new TreeMap<String, String>();
        jdbc.sql("""
                        select v.name_, coalesce(v.text_, v.long_::text) from act_ru_variable v
                        join act_ru_execution e on e.id_ = v.proc_inst_id_ where e.business_key_ = ?""").param(id.toString()).query(row -> {
            found.put(row.getString(1), row.getString(2));
        });
        return found;
    }

    private static Map<String, Object> values(String... fields) {
        return Flow.fields(fields);
    }

    private static Map<String, Object> typed(Map<String, Object> values) {
        var variables = new TreeMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        return Map.of("variables", variables);
    }
}
