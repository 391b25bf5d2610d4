package org.gridcase.desk.my;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.gridcase.casework.Stage;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CityTest
class MyTasksTests {
    /** A class that is minor: its grid's worker settles it on the spot. */
    private static final String SMALL_ADS = "M07001";

    @Autowired
    Flow flow;

    @Autowired
    WebApplicationContext context;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    MockMvc http;
    CaseId id;
    String task;

    @BeforeEach
    void aTaskOfTheWorkers() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        id = flow.report("电线杆上贴了小广告", SMALL_ADS).caseId();
        flow.run(id);
        task = flow.task("worker", id).id();
    }

    @Test
    void listsItsOwnersTaskWithTheFactsOfItsCase() throws Exception {
        JsonNode line = line("worker");

        assertThat(line.get("number").asText()).isEqualTo(flow.facts(id).number());
        assertThat(line.get("title").asText()).isEqualTo("现场处置");
        assertThat(line.get("where").asText()).isNotBlank();
        assertThat(line.get("place").get("latitude").asDouble()).isEqualTo(Flow.SOMEWHERE.latitude());
        assertThat(line.get("form").asText()).contains("handleOnSpot.html?taskId=" + task);
    }

    @Test
    void listsNobodyElsesTask() throws Exception {
        assertThat(lines("worker2").findValuesAsText("id")).doesNotContain(task);
        assertThat(lines("handler").findValuesAsText("id")).doesNotContain(task);
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        var english = perform("worker", get("/my").header("Accept-Language", "en"));
        var chinese = perform("worker", get("/my").header("Accept-Language", "zh-CN"));

        assertThat(english.getContentAsString()).contains("My tasks").doesNotContain("??");
        assertThat(chinese.getContentAsString()).contains("我的任务").doesNotContain("??");
    }

    @Test
    void showsATaskToItsOwnerOnly() throws Exception {
        assertThat(perform("worker", get("/my/" + task)).getContentAsString())
                .contains(flow.facts(id).number());
        var stranger = perform("worker2", get("/my/" + task));
        assertThat(stranger.getStatus()).isEqualTo(404);
        assertThat(stranger.getContentAsString()).doesNotContain(flow.facts(id).number());
    }

    @Test
    void claimedTasksComeFirstAndCanBeGivenBack() throws Exception {
        assertThat(perform("worker", post("/my/" + task + "/claim")).getStatus())
                .isEqualTo(204);
        assertThat(lines("worker").get(0).get("mine").asBoolean()).isTrue();

        assertThat(perform("worker", post("/my/" + task + "/give-back")).getStatus())
                .isEqualTo(204);
        assertThat(line("worker").get("mine").asBoolean()).isFalse();
    }

    @Test
    void completingMovesTheCase() throws Exception {
        var answer = complete("worker", UUID.randomUUID(), done());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(json.readTree(answer.getContentAsString()).get("number").asText())
                .isEqualTo(flow.facts(id).number());
        assertThat(flow.run(id).facts(id).stage()).isIn(Stage.MINOR_CHECK, Stage.CLOSED);
    }

    @Test
    void theFirstToBeDueComesFirstAndWhatHasNoLimitLast() throws Exception {
        CaseId soon = CaseWalks.dispatched(flow, "先到期的后报");
        CaseId never = CaseWalks.dispatched(flow, "没有时限");
        jdbc.sql("update city_case set due_at = now() - interval '9 years' where id = ?")
                .param(soon.value())
                .update();
        jdbc.sql("update city_case set due_at = null where id = ?")
                .param(never.value())
                .update();

        var numbers = new ArrayList<String>();
        lines("handler").forEach(line -> {
            // what somebody has claimed stands apart
            if (!line.get("mine").asBoolean() && !line.get("held").asBoolean()) {
                numbers.add(line.get("number").asText());
            }
        });

        assertThat(numbers.get(0)).isEqualTo(flow.facts(soon).number());
        assertThat(numbers.get(numbers.size() - 1)).isEqualTo(flow.facts(never).number());
    }

    @Test
    void aRefusalComesInWordsAndNothingHasHappened() throws Exception {
        var answer = complete("worker", UUID.randomUUID(), Map.of("outcome", "done"));

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(json.readTree(answer.getContentAsString()).get("detail").asText())
                .contains("“处置后照片”");
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ON_SPOT);
    }

    @Test
    void aRefusedFormIsAcceptedOnceItIsPutRight() throws Exception {
        var submission = UUID.randomUUID();
        complete("worker", submission, Map.of("outcome", "done"));

        assertThat(complete("worker", submission, done()).getStatus()).isEqualTo(200);
    }

    @Test
    void aFormSentAgainIsDoneAndNotDoneTwice() throws Exception {
        var submission = UUID.randomUUID();
        var form = done();
        complete("worker", submission, form);
        var moved = flow.run(id).facts(id);

        var again = complete("worker", submission, form);

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(flow.facts(id)).isEqualTo(moved);
    }

    @Test
    void anotherFormForATaskThatIsDoneIsRefused() throws Exception {
        complete("worker", UUID.randomUUID(), done());

        assertThat(complete("worker", UUID.randomUUID(), done()).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyElseCompletesTheTaskNorRepeatsItsSubmission() throws Exception {
        var submission = UUID.randomUUID();
        assertThat(complete("worker2", submission, done()).getStatus()).isEqualTo(404);
        complete("worker", submission, done());

        assertThat(complete("worker2", submission, done()).getStatus()).isEqualTo(409);
    }

    @Test
    void moreThanAFormHoldsIsTurnedAway() throws Exception {
        assertThat(complete("worker", UUID.randomUUID(), Map.of("remark", "长".repeat(40_000)))
                        .getStatus())
                .isEqualTo(413);
        assertThat(complete("worker", UUID.randomUUID(), Map.of("remark", Map.of("a", "b")))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void thePageWorkerMayServeAllOfMy() throws Exception {
        var worker = perform("worker", get("/my/sw.js"));

        assertThat(worker.getContentType()).startsWith("text/javascript");
        assertThat(worker.getHeader("Service-Worker-Allowed")).isEqualTo("/my");
    }

    @Test
    void signingOutClearsWhatThePhoneKept() throws Exception {
        assertThat(perform("worker", post("/sign-out")).getHeader("Clear-Site-Data"))
                .contains("\"storage\"", "\"cache\"");
    }

    private Map<String, Object> done() {
        return Map.of("outcome", "done", "after", flow.photo("worker").toString());
    }

    private MockHttpServletResponse complete(String account, UUID submission, Map<String, Object> values)
            throws Exception {
        return perform(
                account,
                post("/my/" + task + "/complete")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsBytes(Map.of("submission", submission, "values", values))));
    }

    private JsonNode line(String account) throws Exception {
        for (JsonNode line : lines(account)) {
            if (line.get("id").asText().equals(task)) {
                return line;
            }
        }
        throw new AssertionError("not listed");
    }

    private JsonNode lines(String account) throws Exception {
        return json.readTree(perform(account, get("/my/tasks")).getContentAsString())
                .get("tasks");
    }

    private MockHttpServletResponse perform(String account, MockHttpServletRequestBuilder request) throws Exception {
        var answer = http.perform(request.with(user(account)).with(csrf()))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
