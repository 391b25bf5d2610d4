package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridcase.clock.Counted;
import org.gridcase.clock.Kind;
import org.gridcase.clock.StageLimit;
import org.gridcase.clock.TimePolicy;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.CityTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CityTest
class LimitPagesTests {
    private static final String DISTRICT = "410103";
    private static final String CLERK = "limits-clerk";

    @Autowired
    WebApplicationContext context;

    @Autowired
    TimePolicy policy;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    MockMvc web;
    List<StageLimit> before = List.of();
    Set<String> noisy = Set.of();

    @BeforeEach
    void openTheWeb() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        staff.enrol(List.of(new StaffMember("limits-admin", "区管理员"), new StaffMember(CLERK, "立案员")));
        staff.grant("limits-admin", Set.of(new Grant(Role.ADMINISTRATOR, DISTRICT)));
        before = policy.limits(null);
        noisy = policy.noisy();
    }

    @AfterEach
    void asTheyWere() {
        jdbc.sql("delete from stage_limit where district = ?").param(DISTRICT).update();
        before.forEach(limit -> policy.put(null, limit));
        policy.putNoisy(noisy);
        jdbc.sql("delete from staff where id like 'limits-%'").update();
    }

    @Test
    void thePageTellsHowLongEachStageMayTake() throws Exception {
        page("admin", "")
                .andExpect(content()
                        .string(allOf(
                                containsString("环节时限"),
                                containsString("value=\"15\""),
                                containsString("时限由立案标准按类别定"),
                                not(containsString("本区自定")))));
        page("limits-admin", "").andExpect(content().string(not(containsString("name=\"minutes\""))));
        page("limits-admin", DISTRICT).andExpect(content().string(containsString("name=\"minutes\"")));
    }

    @Test
    void aDistrictsAdministratorChangesTheDistrictsAndTheCityKeepsItsOwn() throws Exception {
        put("limits-admin", DISTRICT, Kind.ACCEPT, 20, "WORKING", 70, "人手不足")
                .andExpect(redirectedUrl("/admin/limits?of=410103&done"));

        assertThat(limit(DISTRICT, Kind.ACCEPT))
                .isEqualTo(new StageLimit(Kind.ACCEPT, Duration.ofMinutes(20), Counted.WORKING, 0.7));
        assertThat(policy.limits(null)).isEqualTo(before);
        assertThat(policy.limits("410102")).isEqualTo(before);
        page("admin", DISTRICT).andExpect(content().string(containsString("本区自定")));
        assertThat(told("limit.put", DISTRICT)).contains("limits-admin 人手不足");
        web.perform(as("admin", get("/admin/audit?action=limit.put")))
                .andExpect(content()
                        .string(allOf(containsString("修改环节时限"), containsString("分钟 20"), containsString("人手不足"))));

        web.perform(as("limits-admin", post("/admin/limits/drop"))
                        .param("of", DISTRICT)
                        .param("clock", "ACCEPT")
                        .param("reason", "人手已补齐"))
                .andExpect(redirectedUrl("/admin/limits?of=410103&done"));
        assertThat(policy.limits(DISTRICT)).isEqualTo(before);
        assertThat(told("limit.drop", DISTRICT)).contains("limits-admin 人手已补齐");
    }

    @Test
    void ofHandlingOnlyTheLampIsSetHere() throws Exception {
        put("admin", "", Kind.HANDLING, null, "WORKING", 60, "早些提醒").andExpect(redirectedUrl("/admin/limits?of=&done"));
        assertThat(limit(null, Kind.HANDLING).yellowShare()).isEqualTo(0.6);
    }

    @Test
    void nobodyChangesWhatIsNotTheirs() throws Exception {
        for (String other : new String[] {"", "410102"}) {
            put("limits-admin", other, Kind.ACCEPT, 20, "WORKING", 70, "试试").andExpect(status().isForbidden());
        }
        put("admin", "999999", Kind.ACCEPT, 20, "WORKING", 70, "试试").andExpect(status().isNotFound());
        web.perform(as("limits-admin", post("/admin/limits/drop"))
                        .param("of", "410102")
                        .param("clock", "ACCEPT")
                        .param("reason", "试试"))
                .andExpect(status().isForbidden());
        noisy("limits-admin", "C01002", "试试").andExpect(status().isForbidden());
        web.perform(post("/admin/limits")
                        .with(user(CLERK).roles(Role.FILING_CLERK.code()))
                        .with(csrf()))
                .andExpect(status().isForbidden());

        assertThat(policy.limits(null)).isEqualTo(before);
        assertThat(policy.limits("410102")).isEqualTo(before);
        assertThat(policy.noisy()).isEqualTo(noisy);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT, 0, CONTINUOUS, 80, 整分钟数",
        "ACCEPT, 525601, CONTINUOUS, 80, 整分钟数",
        "ACCEPT, -2147483648, CONTINUOUS, 80, 整分钟数",
        "ACCEPT, , CONTINUOUS, 80, 整分钟数",
        "HANDLING, 30, WORKING, 80, 整分钟数",
        "ACCEPT, 33, CONTINUOUS, 0, 黄灯",
        "ACCEPT, 33, CONTINUOUS, 100, 黄灯",
        "ACCEPT, 33, NOT_AT_NIGHT, 80, 只能连续计或只计工作时间"
    })
    void aNumberThatIsNoneIsRefusedBesideTheFormWithWhatWasTyped(
            Kind clock, @Nullable Integer minutes, String counted, int yellow, String words) throws Exception {
        put("admin", "", clock, minutes, counted, yellow, "想改的理由")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(words),
                                containsString("value=\"想改的理由\""),
                                containsString("value=\"" + yellow + "\""))));
        assertThat(policy.limits(null)).isEqualTo(before);
    }

    @Test
    void withoutAReasonNothingChanges() throws Exception {
        put("admin", "", Kind.ACCEPT, 20, "CONTINUOUS", 80, " ")
                .andExpect(content().string(allOf(containsString("请填写理由"), containsString("value=\"20\""))));
        put("admin", "", Kind.ACCEPT, 20, "CONTINUOUS", 80, "长".repeat(501))
                .andExpect(content().string(containsString("请填写理由")));
        noisy("admin", "C01002", "").andExpect(content().string(containsString("请填写理由")));

        assertThat(policy.limits(null)).isEqualTo(before);
        assertThat(policy.noisy()).isEqualTo(noisy);
    }

    @Test
    void noisyClassesAreKnownOnesHoweverTheyAreTyped() throws Exception {
        noisy("admin", " C01002、L01001；C01002 ", "夜间施工扰民").andExpect(redirectedUrl("/admin/limits?of=&done"));
        assertThat(policy.noisy()).containsExactly("C01002", "L01001");
        assertThat(told("limit.noisy", "410100")).contains("admin 夜间施工扰民");

        noisy("admin", "C01002 <b>X9</b>", "试试")
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;b&gt;X9&lt;/b&gt;"),
                                containsString("没有这样的类别"),
                                not(containsString("<b>X9")))));
        assertThat(policy.noisy()).containsExactly("C01002", "L01001");
    }

    private StageLimit limit(@Nullable String district, Kind clock) {
        return policy.limits(district).stream()
                .filter(limit -> limit.clock() == clock)
                .findFirst()
                .orElseThrow();
    }

    private List<String> told(String action, String subject) {
        return jdbc.sql("select actor || ' ' || reason from audit_entry where action = ? and subject = ?")
                .params(action, subject)
                .query(String.class)
                .list();
    }

    private ResultActions page(String account, String of) throws Exception {
        return web.perform(as(account, get("/admin/limits")).param("of", of));
    }

    private ResultActions put(
            String account, String of, Kind clock, @Nullable Integer minutes, String counted, int yellow, String reason)
            throws Exception {
        var request = as(account, post("/admin/limits"))
                .param("of", of)
                .param("clock", clock.name())
                .param("counted", counted)
                .param("yellow", String.valueOf(yellow))
                .param("reason", reason);
        return web.perform(minutes == null ? request : request.param("minutes", minutes.toString()));
    }

    private ResultActions noisy(String account, String codes, String reason) throws Exception {
        return web.perform(
                as(account, post("/admin/limits/noisy")).param("codes", codes).param("reason", reason));
    }

    private static MockHttpServletRequestBuilder as(String account, MockHttpServletRequestBuilder request) {
        return request.with(user(account).roles(Role.ADMINISTRATOR.code()))
                .with(csrf())
                .locale(Locale.SIMPLIFIED_CHINESE);
    }
}
