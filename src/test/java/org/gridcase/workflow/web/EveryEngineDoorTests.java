package org.gridcase.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.gridcase.doors.DoorTable;
import org.gridcase.policy.Drafts;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each open door of the engine, tried at both APIs against {@code doors/engine.txt}, and what it lets be seen. */
@HttpCityTest
class EveryEngineDoorTests {
    private static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final List<String> OF_THE_DISTRICT = List.of("worker", "filing", "supervisor", "analyst", "admin");
    private static final List<String> OF_ANOTHER = List.of("worker2", "filing2", "supervisor2");
    /** An instance, or any count of them but none. */
    private static final Pattern SOME =
            Pattern.compile("\"(instances|count|taskCount)\":[1-9]|\"processInstanceId\":\"|\"businessKey\":\"");

    private static final String WORDS = "路面塌了别区不许看";

    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Drafts drafts;

    private final Map<String, Http.Caller> browsers = new TreeMap<>();
    private CaseId id;
    private Map<String, String> names;

    @BeforeEach
    void aCaseOfTheFirstDistrictWaits() {
        id = flow.report(WORDS, "L01001").caseId();
        String task = flow.awaitTask("filing", id).id();
        names = jdbc.sql("""
                        select t.id_ as task, t.proc_inst_id_ as process, t.proc_def_id_ as definition,
                          d.deployment_id_ as deployment, (select min(id_) from act_ru_filter) as filter
                        from act_ru_task t join act_re_procdef d on d.id_ = t.proc_def_id_ where t.id_ = ?""")
                .param(task)
                .query((row, n) -> Map.of(
                        "task", row.getString(1),
                        "process", row.getString(2),
                        "definition", row.getString(3),
                        "deployment", row.getString(4),
                        "filter", row.getString(5),
                        "id", UUID.randomUUID().toString()))
                .single();
    }

    @Test
    void everyDoorOnTheListHasARow() {
        var rows = DoorTable.read("engine.txt").rows();
        var list = new DoorList();
        assertThat(rows)
                .allMatch(
                        row -> list.admits(
                                row.method(), ROOTS.get(0) + path(row).split("[?]")[0], true),
                        "is on the list");
        assertThat(DoorList.entries().filter(entry -> !entry.contains("/plugin/") && !entry.contains("/admin/")))
                .as("say in src/test/resources/doors/engine.txt who may do what at a new door")
                .allMatch(entry -> rows.stream().anyMatch(row -> matches(entry, row.method(), path(row))));
    }

    @Test
    void everybodyGetsTheAnswerThatIsTheirs() {
        var all = new SoftAssertions();
        for (DoorTable.Row row : DoorTable.read("engine.txt").rows()) {
            Stream.of(Stream.of(DoorTable.NOBODY), OF_THE_DISTRICT.stream(), OF_ANOTHER.stream())
                    .flatMap(accounts -> accounts)
                    .forEach(account -> roots(row).forEach(root -> all.assertThat(
                                    send(account, root, row).status())
                            .as(account + " at " + row.method() + " " + root + row.path())
                            .isEqualTo(row.expected(account))));
        }
        all.assertAll();
    }

    @Test
    void anotherDistrictSeesNothingOfTheCaseAtAnyDoor() {
        var all = new SoftAssertions();
        for (DoorTable.Row row : DoorTable.read("engine.txt").rows()) {
            for (String account : OF_ANOTHER) {
                for (String root : roots(row)) {
                    String body = send(account, root, row).body();
                    Stream.of(id.toString(), names.get("task"), names.get("process"), WORDS)
                            .filter(mark -> !path(row).contains(mark))
                            .forEach(mark -> all.assertThat(body)
                                    .as(account + " at " + row.door())
                                    .doesNotContain(mark));
                }
            }
        }
        all.assertAll();
    }

    /** Lists and counts, of which Cockpit's pages are made. */
    @Test
    void cockpitHoldsTheDistrictsOfItsReaderAlone() {
        UUID draft = drafts.open("不是哪个区的", "analyst");
        String definitions = "/process-definition/" + names.get("definition");
        for (String door : List.of(
                "GET /cockpit/plugin/base/default/process-definition/statistics?maxResults=50",
                "GET /engine/engine/default/process-definition/statistics?maxResults=50",
                "GET /engine/engine/default" + definitions + "/statistics",
                "GET /engine/engine/default/process-definition/key/case-handling/statistics",
                "POST /cockpit/plugin/base/default/process-instance?maxResults=50",
                "POST /cockpit/plugin/base/default/process-instance/count",
                "POST /engine/engine/default/process-instance/count",
                "POST /engine/engine/default/variable-instance?maxResults=50",
                "POST /engine/engine/default/history/task/count",
                "GET /engine/engine/default/task/report/candidate-group-count")) {
            assertThat(counted("supervisor", door)).as(door).containsPattern(SOME);
            assertThat(counted("supervisor2", door)).as(door).doesNotContainPattern(SOME);
        }
        for (String door : List.of(
                "POST /cockpit/plugin/base/default" + definitions + "/called-process-definitions",
                "POST /cockpit/plugin/base/default/process-instance/" + names.get("process")
                        + "/called-process-instances",
                "POST /cockpit/plugin/base/default/incident?maxResults=50")) {
            assertThat(counted("supervisor2", door)).as(door).isEqualTo("[]");
        }
        drafts.withdraw(draft, "analyst", "看过了");
    }

    private String counted(String account, String door) {
        String[] parts = door.split(" ");
        var caller = http(ROOTS.get(1), account);
        var answer = parts[0].equals("GET")
                ? caller.get("/camunda/api" + parts[1])
                : caller.postJson("/camunda/api" + parts[1], Map.of());
        assertThat(answer.status()).as(door).isEqualTo(200);
        return answer.body();
    }

    @Test
    void nobodyButAdministratorsReadsWhoWorksHere() {
        for (String root : ROOTS) {
            var colleagues = http(root, "worker2").get(root + "/user?maxResults=100");
            assertThat(colleagues.json().findValuesAsText("id"))
                    .contains("worker2", "substitute2")
                    .hasSize(2);
            assertThat(http(root, "worker2")
                            .get(root + "/user/count")
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(2);
            for (String foreign : List.of(
                    "/user?maxResults=100&memberOfGroup=administrator",
                    "/user?maxResults=100&id=admin",
                    "/user?maxResults=100&memberOfTenant=410102",
                    "/group?maxResults=100&member=admin",
                    "/group?maxResults=100&id=administrator",
                    "/tenant?maxResults=100&id=410102",
                    "/tenant?maxResults=100&userMember=worker")) {
                assertThat(http(root, "worker2").get(root + foreign).body())
                        .as(foreign)
                        .isEqualTo("[]");
            }
            assertThat(http(root, "worker2")
                            .get(root + "/identity/groups?userId=admin")
                            .body())
                    .doesNotContain("administrator", "admin2");
            assertThat(http(root, "admin")
                            .get(root + "/user?maxResults=100")
                            .json()
                            .findValuesAsText("id"))
                    .contains("worker", "worker2", "admin2");
        }
    }

    /** Which engines there are is asked elsewhere at the web apps' API. */
    private static List<String> roots(DoorTable.Row row) {
        return row.path().equals("/engine") ? ROOTS.subList(0, 1) : ROOTS;
    }

    private static boolean matches(String entry, String method, String path) {
        String[] parts = entry.split(" ", 2);
        return Pattern.matches(parts[0], method)
                && Pattern.matches(parts[1], path.contains("?") ? path.substring(0, path.indexOf('?')) : path);
    }

    private String path(DoorTable.Row row) {
        String path = row.path();
        for (var name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path;
    }

    private Http.Answer send(String account, String root, DoorTable.Row row) {
        var caller = http(root, account);
        if (row.method().equals("POST")) {
            return caller.postJson(root + path(row), Map.of());
        }
        return caller.send(row.method(), root + path(row), BodyPublishers.noBody());
    }

    private Http.Caller http(String root, String account) {
        if (account.equals(DoorTable.NOBODY)) {
            return http.anybody();
        }
        return root.equals(ROOTS.get(0))
                ? http.as(account)
                : browsers.computeIfAbsent(account, one -> webApps.signIn(one).caller());
    }
}
