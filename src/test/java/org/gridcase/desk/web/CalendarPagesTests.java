package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridcase.calendar.Calendars;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CityTest
class CalendarPagesTests {
    private static final String DISTRICT = "410103";
    private static final LocalDate DAY = LocalDate.of(2031, 10, 1);

    @Autowired
    WebApplicationContext context;

    @Autowired
    Calendars calendars;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    MockMvc web;

    @BeforeEach
    void openTheWeb() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        staff.enrol(List.of(new StaffMember("district-admin", "区管理员")));
        staff.grant("district-admin", Set.of(new Grant(Role.ADMINISTRATOR, DISTRICT)));
    }

    @Test
    void aYearThatNobodyImportedIsSaidLoudly() throws Exception {
        page("admin", "of=&year=2033").andExpect(content().string(containsString("2033 年的节假日还没有导入")));
        page("admin", "of=&year=2026")
                .andExpect(content().string(containsString("放假 国庆节")))
                .andExpect(content().string(containsString("调休上班 春节")));
    }

    @Test
    void aDistrictsAdministratorBringsTheDistrictsHolidaysAndTheCityKeepsItsOwn() throws Exception {
        assertThat(calendars.of(DISTRICT).works(DAY)).isTrue();

        bring("district-admin", DISTRICT, "date,kind,name\n2031-10-01,holiday,国庆节", "二〇三一年安排")
                .andExpect(redirectedUrlPattern("/admin/calendars?of=410103&year=2031&done"));

        assertThat(calendars.of(DISTRICT).works(DAY)).isFalse();
        assertThat(calendars.of(null).works(DAY)).isTrue();
        assertThat(jdbc.sql("select reason from audit_entry where action = 'calendar.year' and subject = ?")
                        .param(DISTRICT)
                        .query(String.class)
                        .list())
                .contains("二〇三一年安排");
        web.perform(as("admin", get("/admin/calendars/year.csv?of=410103&year=2031")))
                .andExpect(
                        content().bytes("date,kind,name\n2031-10-01,holiday,国庆节\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aDistrictsAdministratorChangesNeitherTheCitysNorAnotherDistricts() throws Exception {
        int before = calendars.version();
        for (String other : new String[] {"", "410102"}) {
            bring("district-admin", other, "date,kind,name\n2032-10-01,holiday,国庆节", "试试")
                    .andExpect(status().isForbidden());
        }
        bring("admin", "999999", "date,kind,name\n2032-10-01,holiday,国庆节", "试试").andExpect(status().isNotFound());
        assertThat(calendars.version()).isEqualTo(before);
        page("district-admin", "of=410102&year=2026").andExpect(content().string(containsString("只有全市或该区的管理员")));
    }

    @Test
    void whatCannotBeCountedByIsRefusedInASentence() throws Exception {
        int before = calendars.version();
        bring("admin", "", "date,kind,name\n2032-10-01,sometimes,国庆节", "试试")
                .andExpect(content().string(containsString("第 2 行：类型应为")));
        bring("admin", "", "date,kind,name\n2032-10-01,holiday,国庆节", " ")
                .andExpect(content().string(containsString("请填写理由")));
        hours("08:00-12:00 11:00-18:00").andExpect(content().string(containsString("重叠")));
        hours("").andExpect(content().string(containsString("全年没有工作时间")));
        assertThat(calendars.version()).isEqualTo(before);
    }

    private ResultActions page(String account, String query) throws Exception {
        return web.perform(as(account, get("/admin/calendars?" + query)));
    }

    private ResultActions bring(String account, String of, String csv, String reason) throws Exception {
        return web.perform(as(
                account,
                multipart("/admin/calendars/year")
                        .file("file", csv.getBytes(StandardCharsets.UTF_8))
                        .param("of", of)
                        .param("year", csv.contains("2031") ? "2031" : "2032")
                        .param("reason", reason)
                        .with(csrf())));
    }

    private ResultActions hours(String spans) throws Exception {
        return web.perform(as(
                "admin",
                post("/admin/calendars/hours")
                        .param("of", "")
                        .param("year", "2026")
                        .param("weekday", "1", "2")
                        .param("spans", spans)
                        .param("reason", "试试")
                        .with(csrf())));
    }

    private static <T extends AbstractMockHttpServletRequestBuilder<T>> T as(String account, T request) {
        return request.with(user(account).roles(Role.ADMINISTRATOR.code())).locale(Locale.SIMPLIFIED_CHINESE);
    }
}
