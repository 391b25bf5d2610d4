package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.gridcase.identity.leave.Absence;
import org.gridcase.identity.leave.Absences;
import org.gridcase.identity.leave.NewAbsence;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpCityTest
class LeavePagesTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void gone() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from handed_over").update();
    }

    @Test
    void aWorkerEntersTheirLeaveAndTheirGridsSubstituteIsProposedFirst() {
        var worker = webApps.staff("worker2");
        String page = worker.speaking("zh").get("/staff/leave").body();
        assertThat(page.substring(page.indexOf("<option"))).startsWith("<option value=\"substitute2\"");

        var entered = worker.postForm(
                "/staff/leave", Map.of("substitute", "substitute2", "first", day(1), "last", day(3), "reason", "年假"));

        assertThat(entered.status()).isEqualTo(302);
        assertThat(worker.get("/staff/leave").body()).contains(day(1), day(3), "年假");
        assertThat(webApps.staff("supervisor2").get("/staff/leave").body()).contains("worker2", "年假");
        assertThat(webApps.staff("substitute2").get("/staff/leave").body())
                .contains("worker2")
                .doesNotContain("年假");
        assertThat(webApps.staff("supervisor").get("/staff/leave").body()).doesNotContain("worker2");
    }

    @Test
    void aRefusalSaysWhyAndKeepsWhatWasTyped() {
        var form = Map.of("first", day(5), "last", day(2), "reason", "探亲");

        var chinese = webApps.staff("worker2").speaking("zh").postForm("/staff/leave", form);
        var english = webApps.staff("worker2").speaking("en").postForm("/staff/leave", form);

        assertThat(chinese.body()).contains("末日不能早于首日。", "value=\"探亲\"", "value=\"" + day(5) + "\"");
        assertThat(english.body()).contains("The last day is before the first.");
    }

    @Test
    void nobodyEndsAnothersLeaveByItsId() {
        Absence leave = enter("worker2", 1);

        var refused = webApps.staff("worker").speaking("zh").postForm("/staff/leave/" + leave.id() + "/end", Map.of());
        var program = http.as("supervisor").speaking("en").post("/api/leave/" + leave.id() + "/end");

        assertThat(refused.body()).contains("您不能为此人登记或更改休假。");
        assertThat(program.status()).isEqualTo(403);
        assertThat(program.json().get("code").asText()).isEqualTo("identity.leave.notYours");
        assertThat(absences.seenBy("worker2")).extracting(Absence::state).containsExactly(Absence.State.PLANNED);
        assertThat(webApps.staff("worker2")
                        .postForm("/staff/leave/" + leave.id() + "/end", Map.of())
                        .status())
                .isEqualTo(302);
    }

    @Test
    void nobodyFindsPeopleOutsideTheirReach() {
        assertThat(webApps.staff("supervisor").get("/staff/leave?find=filing").body())
                .contains("for=filing\"")
                .doesNotContain("for=filing2\"");
        assertThat(webApps.staff("supervisor").get("/staff/leave?for=filing2").body())
                .doesNotContain("沈立言（二）");
    }

    @Test
    void programsEnterLeaveAndAreToldWhyNot() {
        var entered = http.as("supervisor2")
                .postJson("/api/leave", Map.of("staff", "checker2", "first", day(1), "last", day(1), "reason", "培训"));
        var again = http.as("supervisor2")
                .postJson("/api/leave", Map.of("staff", "checker2", "first", day(1), "last", day(1), "reason", "培训"));

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.json().get("state").asText()).isEqualTo("planned");
        assertThat(again.status()).isEqualTo(409);
        assertThat(http.as("checker2").get("/api/leave").json()).hasSize(1);
    }

    @Test
    void whoIsAwayHasEmptyListsEverywhereAndIsToldWhy() {
        var tasklist = webApps.staff("checker2");
        Absence leave = enter("checker2", 0);

        assertThat(tasklist.speaking("zh").get("/my").body()).contains("您在休假");
        assertThat(tasklist.get("/my/tasks").json().get("total").asLong()).isZero();
        assertThat(http.as("checker2").get("/api/tasks").json()).isEmpty();
        assertThat(http.as("checker2").get("/api/cases").json().get("cases")).isEmpty();
        var program = http.as("checker2").with("Accept", "application/json");
        String all = program.get("/engine-rest/filter?maxResults=100")
                .json()
                .get(0)
                .get("id")
                .asText();
        var counted = program.get("/engine-rest/filter/" + all + "/count");
        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.json().get("count").asLong()).isZero();
        assertThat(tasklist.get("/staff/leave").status()).isEqualTo(200);

        absences.end(leave.id(), "checker2");
    }

    @Test
    void theListOfWhatWasHandedOverIsAFileThatComputesNothing() {
        jdbc.sql("""
                        insert into handed_over (staff, name, at, handed_by, kind, district, subject, task, given_to)
                        values ('gone', '=1+1', now(), 'system', 'TASK', '410102', 'x', 'fileCase', '+cmd')""").update();

        var file = webApps.staff("supervisor").get("/staff/leavers.csv");

        assertThat(file.body()).contains("\"'=1+1\"", "\"'+cmd\"");
        assertThat(webApps.staff("supervisor").get("/staff/leavers").body()).contains("=1+1");
        assertThat(webApps.staff("supervisor2").get("/staff/leavers").body()).doesNotContain("=1+1");
        assertThat(webApps.staff("supervisor2").get("/staff/leavers.csv").body())
                .doesNotContain("=1+1");
    }

    @Test
    void handingOverAllTasksIsTheAdministratorsAlone() {
        var form = Map.of("staff", "nobody", "reason", "试试");

        assertThat(webApps.staff("admin")
                        .speaking("zh")
                        .postForm("/staff/leavers/hand-over", form)
                        .body())
                .contains("没有已签收的任务");
        assertThat(webApps.staff("supervisor")
                        .speaking("en")
                        .get("/staff/leavers")
                        .body())
                .doesNotContain("Hand over all tasks");
        assertThat(webApps.staff("worker")
                        .postForm("/staff/leavers/hand-over", form)
                        .status())
                .isEqualTo(403);
    }

    private Absence enter(String person, int inDays) {
        LocalDate first = absences.today().plusDays(inDays);
        return absences.enter(new NewAbsence(person, null, first, first.plusDays(1), "年假"), person);
    }

    private String day(int inDays) {
        return absences.today().plusDays(inDays).toString();
    }
}
