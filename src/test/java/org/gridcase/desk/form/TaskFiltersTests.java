package org.gridcase.desk.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the Tasklist asks for, with the session and in the language of who asks. */
@HttpCityTest
class TaskFiltersTests {
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    /** A class that is minor: its grid's worker and the substitute may settle it. */
    private static final String SMALL_ADS = "M07001";

    @Autowired
    WebApps webApps;

    @Autowired
    Flow flow;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFilterOfWhatIClaimedShowsNoColleaguesTask() {
        var worker = webApps.signIn("worker").caller();
        var colleague = webApps.signIn("substitute").caller();
        String mine = claimed(worker, "worker");
        String theirs = claimed(colleague, "substitute");

        assertThat(tasks(worker, "我已认领")).contains(mine).doesNotContain(theirs);
        assertThat(tasks(colleague, "我已认领")).contains(theirs).doesNotContain(mine);
        assertThat(tasks(worker, "待我认领")).doesNotContain(mine, theirs);
        assertThat(tasks(worker, "我的待办")).contains(mine, theirs);
    }

    private String claimed(Http.Caller who, String account) {
        CaseId id = flow.report("电线杆上贴了小广告", SMALL_ADS).caseId();
        String task = flow.awaitTask("worker", id).id();
        assertThat(who.postJson(ENGINE + "/task/" + task + "/claim", Map.of("userId", account))
                        .status())
                .isEqualTo(204);
        return task;
    }

    @Test
    void aBrowserThatAsksForEnglishReadsEnglishNames() {
        CaseId id = flow.report("电线杆上贴了小广告", SMALL_ADS).caseId();
        String task = flow.awaitTask("worker", id).id();
        var english = webApps.signIn("worker").caller().speaking("en-GB,en;q=0.9");

        assertThat(names(plain(english)
                        .get(ENGINE + "/filter?resourceType=Task&maxResults=100")
                        .json()))
                .containsExactlyInAnyOrder("My tasks", "To claim", "Claimed by me", "Nearly due", "Overdue");
        assertThat(plain(english)
                        .get(ENGINE + "/task/" + task)
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("Handle on the spot");
        var listed = english.with("Accept", "application/hal+json")
                .postJson(ENGINE + "/filter/" + filter(english, "To claim") + "/list?maxResults=500", Map.of())
                .json();
        assertThat(listed.findValuesAsText("name")).contains("Handle on the spot", "Case handling");
        assertThat(listed.toString()).doesNotContain("现场处置", "案件办理");
        assertThat(names(plain(english)
                        .get(ENGINE + "/process-definition?startableInTasklist=true&maxResults=15")
                        .json()))
                .contains("Report a case");
    }

    @Test
    void othersReadTheNamesAsTheyAreKept() {
        var chinese = webApps.signIn("worker").caller().speaking("zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(names(plain(chinese)
                        .get(ENGINE + "/filter?resourceType=Task&maxResults=100")
                        .json()))
                .containsExactlyInAnyOrder("我的待办", "待我认领", "我已认领", "快超时", "已超时");
    }

    @Test
    void whatIsOverdueOrNearlySoHasAFilterOfItsOwn() {
        CaseId id = flow.report("电线杆上贴了小广告", SMALL_ADS).caseId();
        String task = flow.awaitTask("worker", id).id();
        var worker = webApps.signIn("worker").caller();
        assertThat(tasks(worker, "快超时")).doesNotContain(task);

        turn(id, "yellow_at");
        await().untilAsserted(() -> assertThat(tasks(worker, "快超时")).contains(task));
        assertThat(tasks(worker, "已超时")).doesNotContain(task);
        turn(id, "due_at");
        await().untilAsserted(() -> assertThat(tasks(worker, "已超时")).contains(task));
        assertThat(tasks(worker, "快超时")).doesNotContain(task);
    }

    private void turn(CaseId id, String column) {
        jdbc.sql("update case_clock set " + column
                        + " = now() - interval '1 minute' where case_id = ? and state = 'RUNNING'")
                .param(id.value())
                .update();
    }

    private static List<String> tasks(Http.Caller who, String filter) {
        var answer = plain(who).postJson(ENGINE + "/filter/" + filter(who, filter) + "/list?maxResults=1000", Map.of());
        return all(answer.json()).map(task -> task.get("id").asText()).toList();
    }

    private static String filter(Http.Caller who, String name) {
        return all(plain(who)
                        .get(ENGINE + "/filter?resourceType=Task&maxResults=100")
                        .json())
                .filter(filter -> filter.get("name").asText().equals(name))
                .map(filter -> filter.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    /** The engine would rather answer with links. */
    private static Http.Caller plain(Http.Caller who) {
        return who.with("Accept", "application/json");
    }

    private static List<String> names(JsonNode list) {
        return all(list).map(one -> one.get("name").asText()).toList();
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
