package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequest;
import org.gridcase.clock.TimeRequests;
import org.gridcase.clock.TimeWalks;
import org.gridcase.desk.CaseWalks;
import org.gridcase.intake.Delay;
import org.gridcase.intake.Followers;
import org.gridcase.intake.Receipt;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asking about time at the page, at the API and as the public sees it. */
@CityTest
class RequestDoorsTests {
    @Autowired
    WebApplicationContext context;

    @Autowired
    Flow flow;

    @Autowired
    TimeRequests requests;

    @Autowired
    Followers followers;

    @Autowired
    JdbcTemplate jdbc;

    MockMvc web;

    @BeforeEach
    void openTheWeb() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void theHandlerAsksOnTheCasesPageAndEverybodyThereSeesWhoAskedWhatAndWhy() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "断电后才能开挖");
        assertThat(page("handler", id)).contains("申请延期", "申请挂账", "最多 2 紧急工作时");
        assertThat(page("dispatch", id)).doesNotContain("申请延期");

        ask("handler", id, "EXTENSION", "2", "等电力公司断电").andExpect(redirectedUrl("/cases/" + id + "#requests"));

        String seen = page("dispatch", id);
        assertThat(seen).contains("延期 2 紧急工作时", "待审批", "罗成岳", "等电力公司断电", "审批延期");
        assertThat(page("handler", id)).contains("撤回申请").doesNotContain("申请挂账</summary>");
        assertThat(page("supervisor", id)).contains("/my/");

        flow.completeThe("approveExtension", "supervisor", id, "outcome", "refused", "reason", "今天就能断电");
        assertThat(page("dispatch", id)).contains("未同意", "方敬亭", "今天就能断电", "不同意延期");
        assertThat(body(as("dispatch", get("/cases/" + id)).locale(Locale.ENGLISH)))
                .contains("Extension 2 urgent hours", "Refused", "Extension asked for", "Extension refused");
    }

    @Test
    void aRefusalIsSaidOnThePageInTheReadersLanguageAndNothingTypedIsLost() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "拒绝时不丢字");

        ask("handler", id, "EXTENSION", "9", "还差很多材料")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("延期时长是 1 到 2 之间的整小时数（紧急工作时）")))
                .andExpect(content().string(containsString("还差很多材料")))
                .andExpect(content().string(containsString("value=\"9\"")));
        web.perform(as("handler", post("/cases/" + id + "/requests"))
                        .param("move", "SUSPENSION")
                        .param("amount", "30")
                        .with(csrf())
                        .locale(Locale.ENGLISH))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please say why, in at most 500 characters")));
        ask("supervisor", id, "EXTENSION", "1", "想加时")
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有责任单位的处置人员可以申请")));
        new TimeWalks(flow, jdbc).pass(id, Duration.ofHours(3));
        ask("handler", id, "EXTENSION", "1", "迟了")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("已经超时，不能再延期")));
        web.perform(as("handler", post("/cases/" + id + "/requests"))
                        .param("move", "HOLIDAY")
                        .param("reason", "x")
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        assertThat(requests.of(id)).isEmpty();
    }

    @Test
    void anotherDistrictsStaffFindsNoSuchCase() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "别区不能替它申请");
        for (String account : new String[] {"handler2", "supervisor2", "filing2"}) {
            ask(account, id, "EXTENSION", "1", "多管闲事").andExpect(status().isNotFound());
            web.perform(as(account, get("/api/cases/" + id + "/requests"))).andExpect(status().isNotFound());
            web.perform(json(account, "/api/cases/" + id + "/requests", "{\"move\":\"EXTENSION\",\"amount\":1}"))
                    .andExpect(status().isNotFound());
            for (String act : new String[] {"withdraw", "resume"}) {
                web.perform(as(account, post("/cases/" + id + "/requests/" + act))
                                .param("reason", "x")
                                .with(csrf()))
                        .andExpect(status().isNotFound());
            }
        }
        assertThat(requests.of(id)).isEmpty();
    }

    @Test
    void programsAskWithdrawAndResume() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "程序也能申请");
        String door = "/api/cases/" + id + "/requests";
        web.perform(json("handler", door, "{\"move\":\"EXTENSION\",\"amount\":1,\"reason\":\"等料\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.amountKind").value("URGENT_HOURS"));
        web.perform(json("handler", door, "{\"move\":\"SUSPENSION\",\"amount\":1,\"reason\":\"等料\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("clock.request.pending"));
        web.perform(json("handler", door + "/withdraw", "{\"reason\":\"料到了\"}")).andExpect(status().isNoContent());
        web.perform(json("handler", door, "{\"move\":\"SUSPENSION\",\"amount\":366,\"reason\":\"等料\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("clock.request.days"));
        web.perform(json("handler", door, "{\"reason\":\"等料\"}")).andExpect(status().isBadRequest());
        web.perform(json("handler", door, "{\"move\":\"SUSPENSION\",\"amount\":30,\"reason\":\"等料\"}"))
                .andExpect(status().isCreated());
        flow.completeThe("approveSuspension", "supervisor", id, "outcome", "granted");
        web.perform(json("supervisor", door + "/resume", "{}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("clock.request.reason"));
        web.perform(json("supervisor", door + "/resume", "{\"reason\":\"料到了\"}"))
                .andExpect(status().isNoContent());
        web.perform(as("dispatch", get(door)))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].state").value("WITHDRAWN"))
                .andExpect(jsonPath("$[1].overAt").isNotEmpty());
    }

    @Test
    void whoeverFollowsTheCaseIsToldThatItTakesLongerAndNobodysName() throws Exception {
        Receipt receipt = flow.report("跟踪页不写名字", CaseWalks.COLLAPSE);
        CaseId id = receipt.caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.complete(
                "dispatch",
                id,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        requests.ask(id, TimeMove.SUSPENSION, 20, "等燃气改线", "handler");
        assertThat(followers.view(receipt.secret()).delay()).as("only asked").isNull();
        flow.completeThe("approveSuspension", "supervisor", id, "outcome", "granted", "reason", "已核实燃气改线");

        web.perform(get("/follow/" + receipt.secret()).locale(Locale.SIMPLIFIED_CHINESE))
                .andExpect(content().string(containsString("经批准暂停计时")))
                .andExpect(content().string(not(containsString("罗成岳"))))
                .andExpect(content().string(not(containsString("方敬亭"))))
                .andExpect(content().string(not(containsString("燃气改线"))));
        flow.timeRunsOut(id, "suspension");
        assertThat(followers.view(receipt.secret()).delay()).isNull();
        requests.ask(id, TimeMove.EXTENSION, 1, "雨", "handler");
        flow.completeThe("approveExtension", "supervisor", id, "outcome", "granted");
        assertThat(followers.view(receipt.secret()).delay()).isEqualTo(Delay.EXTENDED);
        web.perform(get("/follow/" + receipt.secret()).locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("has been extended, with approval")));
    }

    @Test
    void theApproversFormShowsWhatIsAskedByWhomAndWhy() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "审批表里看得到申请");
        requests.ask(id, TimeMove.EXTENSION, 1, "<b>等料</b>", "handler");
        String task = flow.task("supervisor", id).id();

        web.perform(as("supervisor", get("/work/tasks/" + task)))
                .andExpect(jsonPath("$.request.what").value("延期"))
                .andExpect(jsonPath("$.request.amount").value("1 紧急工作时"))
                .andExpect(jsonPath("$.request.who").value("罗成岳"))
                .andExpect(jsonPath("$.request.reason").value("<b>等料</b>"));
        web.perform(as("supervisor", get("/forms/1/approveExtension.html").param("taskId", task)))
                .andExpect(content().string(containsString("<gc-request")));
        assertThat(page("dispatch", id)).contains("&lt;b&gt;等料&lt;/b&gt;").doesNotContain("<b>等料</b>");
        web.perform(as("dispatch", get("/work/tasks/" + task))).andExpect(status().isNotFound());
        requests.withdraw(id, "handler", "够了");
        assertThat(requests.of(id)).singleElement().returns(TimeRequest.State.WITHDRAWN, TimeRequest::state);
    }

    private ResultActions ask(String account, CaseId id, String move, String amount, String reason) throws Exception {
        return web.perform(as(account, post("/cases/" + id + "/requests"))
                .param("move", move)
                .param("amount", amount)
                .param("reason", reason)
                .with(csrf()));
    }

    private String page(String account, CaseId id) throws Exception {
        return body(as(account, get("/cases/" + id)));
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder json(String account, String path, String body) {
        return as(account, post(path))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.with(user(account)).locale(Locale.SIMPLIFIED_CHINESE);
    }
}
