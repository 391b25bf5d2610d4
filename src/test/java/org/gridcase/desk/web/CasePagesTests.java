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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gridcase.casework.CasePhotos;
import org.gridcase.casework.Stage;
import org.gridcase.clock.Clocks;
import org.gridcase.desk.CaseWalks;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CityTest
class CasePagesTests {
    @Autowired
    WebApplicationContext context;

    @Autowired
    CasePhotos photos;

    @Autowired
    Flow flow;

    @Autowired
    Clocks clocks;

    MockMvc web;

    @BeforeEach
    void openTheWeb() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void aHandlerOfTheOtherDistrictSeesNothingOfACaseNotEvenThatItExists() throws Exception {
        CaseId id = CaseWalks.handled(flow, "隔壁区看不到的案件");
        String photo = "/photos/" + photos.of(id).get(0).photo();
        String number = flow.facts(id).number();

        web.perform(as("handler", get("/cases"))).andExpect(content().string(containsString(number)));
        web.perform(as("handler2", get("/cases"))).andExpect(content().string(not(containsString(number))));
        for (String address :
                new String[] {"/cases/" + id, photo + "/thumbnail", photo + "/display", photo + "/original"}) {
            web.perform(as("handler", get(address))).andExpect(status().isOk());
            web.perform(as("handler2", get(address))).andExpect(status().isNotFound());
        }
        web.perform(as("handler2", get("/cases/" + CaseId.next()))).andExpect(status().isNotFound());
        web.perform(get(photo + "/display")).andExpect(status().is3xxRedirection());
    }

    @Test
    void htmlInAReportIsShownAsText() throws Exception {
        CaseId id = CaseWalks.reported(flow, "<script>alert(1)</script><b>路面塌了</b>");

        for (String address : new String[] {"/cases", "/cases/" + id}) {
            web.perform(as("filing", get(address)))
                    .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                    .andExpect(content().string(not(containsString("<script>alert"))));
        }
    }

    @Test
    void aPageRenewsItselfOnlyWhenSomethingHappened() throws Exception {
        CaseId id = CaseWalks.reported(flow, "页面自己更新");
        String page = body(as("filing", get("/cases/" + id)));
        String seen = first("seen=([0-9a-f]+)", page);

        web.perform(as("filing", get("/cases/" + id + "/live").param("seen", seen)))
                .andExpect(status().isNoContent())
                .andExpect(content().string(""));
        flow.complete("filing", id, "outcome", "confirm");
        web.perform(as("filing", get("/cases/" + id + "/live").param("seen", seen)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("待核实")))
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void thePageTellsWhoDecidedWhatByWhichRuleAndLinksTheReadersTask() throws Exception {
        CaseId id = CaseWalks.filed(flow, "谁按哪条规则定的");

        String page = body(as("dispatch", get("/cases/" + id)));

        assertThat(page).contains("沈立言", "rules/routing/routing.drl.xlsx", "/camunda/app/tasklist/default/#/?task=");
        assertThat(body(as("filing", get("/cases/" + id)))).doesNotContain("#/?task=");
        assertThat(body(as("dispatch", get("/cases/" + id)).locale(Locale.ENGLISH)))
                .contains("To be dispatched");
    }

    @Test
    void aReasonInCapitalsStandsOnTheLedgerAsItWasTyped() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "钟表上的理由");
        clocks.extend(id, Duration.ofHours(1), "supervisor", "WANG");

        assertThat(body(as("dispatch", get("/cases/" + id)))).contains("WANG").doesNotContain("casework.move.WANG");
    }

    @Test
    void onlyTheDistrictsSupervisorAnnulsAtAnyTimeAndOnlyWithAReason() throws Exception {
        CaseId id = CaseWalks.dispatched(flow, "已派出去也能作废");

        web.perform(as(
                        "supervisor",
                        post("/cases/" + id + "/annul").param("reason", " ").with(csrf())))
                .andExpect(content().string(containsString("请写理由")));
        web.perform(as(
                        "handler",
                        post("/cases/" + id + "/annul").param("reason", "不想办").with(csrf())))
                .andExpect(content().string(containsString("只有本区督查员")));
        web.perform(as(
                        "supervisor2",
                        post("/cases/" + id + "/annul").param("reason", "管别区").with(csrf())))
                .andExpect(status().isNotFound());
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.HANDLING);

        web.perform(as(
                        "supervisor",
                        post("/cases/" + id + "/annul").param("reason", "误报").with(csrf())))
                .andExpect(status().is3xxRedirection());
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.ANNULLED);
        assertThat(flow.instance(id)).isNull();
    }

    @Test
    void aFilterAnswersWithThePartItReplaces() throws Exception {
        CaseWalks.reported(flow, "碧桃路塌陷");

        String part = body(as("filing", get("/cases").param("q", "碧桃").header("HX-Target", "results")));

        assertThat(part).contains("碧桃路塌陷").doesNotContain("<html");
        assertThat(body(as("filing", get("/cases").param("q", "碧")))).contains("碧桃路塌陷", "最近上报的 20,000 件");
        assertThat(part).doesNotContain("20,000");
        assertThat(body(as("filing", get("/cases").param("q", "绝无此事").param("from", "不是日期"))))
                .contains("没有找到案件");
    }

    @Test
    void administratorsPagesAreForAdministrators() throws Exception {
        for (String address : new String[] {"/admin/stuck", "/admin/consistency"}) {
            web.perform(as("supervisor", get(address))).andExpect(status().isForbidden());
            web.perform(get(address).with(user("admin").roles("administrator"))).andExpect(status().isOk());
        }
        web.perform(post("/admin/stuck/cases/" + CaseId.next() + "/move")
                        .param("to", "classify")
                        .param("reason", " ")
                        .with(user("admin").roles("administrator"))
                        .with(csrf()))
                .andExpect(content().string(containsString("请写理由")));
    }

    @Test
    void bulkDispatchShowsWhatBecameOfEach() throws Exception {
        CaseId waiting = CaseWalks.filed(flow, "页面上派一");
        CaseId gone = CaseWalks.dispatched(flow, "页面上派二");

        String answer = body(as("dispatch", post("/dispatch"))
                .param("case", waiting.toString(), gone.toString())
                .with(csrf()));

        assertThat(answer).contains("已派遣", flow.facts(gone).number());
        assertThat(flow.facts(waiting).stage()).isEqualTo(Stage.HANDLING);
    }

    @Test
    void bulkDispatchKeepsWhatWasChosenForThoseThatWereRefused() throws Exception {
        CaseId id = CaseWalks.filed(flow, "页面上改派");
        String unit = first("<option value=\"([^\"]+)\"", body(as("dispatch", get("/dispatch"))));
        String other = unit.equals(flow.facts(id).proposedUnit()) ? "no-such-unit" : unit;

        String answer = body(as("dispatch", post("/dispatch"))
                .param("case", id.toString())
                .param("unit", other)
                .param("reason", " ")
                .header("HX-Request", "true")
                .with(csrf()));

        assertThat(answer)
                .doesNotContain("<html")
                .containsPattern("value=\"" + id + "\"[^>]*checked")
                .contains("gc-error");
        assertThat(flow.facts(id).stage()).isEqualTo(Stage.DISPATCHING);
        assertThat(body(as("dispatch", post("/dispatch").with(csrf())))).contains("请先选择案件");
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.with(user(account)).locale(Locale.SIMPLIFIED_CHINESE);
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request).andReturn().getResponse().getContentAsString();
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
