package org.gridcase.desk.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.gridcase.identity.Role;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Sheets;
import org.gridcase.testing.CityTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CityTest
class StudioPagesTests {
    private static final String ROUTING = "rules/routing/routing.drl.xlsx";
    private static final String HANDLE = "forms/handleCase.form";

    @Autowired
    WebApplicationContext context;

    @Autowired
    Drafts drafts;

    @Autowired
    Sheets sheets;

    MockMvc web;
    UUID draft = new UUID(0, 0);
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void begin() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        draft = drafts.open("改派", "analyst");
    }

    @AfterEach
    void end() {
        drafts.withdraw(draft, "analyst", "试完");
    }

    @Test
    void theGridIsGivenTypedColumnsWithTheCitysCodes() throws Exception {
        web.perform(as("analyst", get(at("/table/rows"))).param("path", ROUTING))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.first").value(17))
                .andExpect(jsonPath("$.columns.length()").value(10))
                .andExpect(jsonPath("$.columns[1].title").value("类别"))
                .andExpect(jsonPath("$.columns[1].several").value(true))
                .andExpect(jsonPath("$.columns[1].words[?(@.code == 'M06010')].name")
                        .value("暴露垃圾"))
                .andExpect(jsonPath("$.columns[6].to").value(99))
                .andExpect(jsonPath("$.columns[7].choices[?(@.code == 'water')].name")
                        .value("供水"))
                .andExpect(jsonPath("$.notes.length()").value(0));
        web.perform(as("analyst", get(at("/table/rows"))).param("path", ROUTING).locale(Locale.ENGLISH))
                .andExpect(jsonPath("$.columns[1].title").value("Class"));
    }

    @Test
    void savingAnswersWithWhatIsWrongInWordsAndAStaleTableIsAConflict() throws Exception {
        var sheet = sheets.open(draft, ROUTING);
        String body = json.writeValueAsString(Map.of(
                "sha256",
                sheet.sha256(),
                "rows",
                List.of(
                        Map.of("from", 0, "cells", sheet.rows().get(0)),
                        Map.of("cells", List.of("R02", "?", "", "", "", "", "-1", "", "区级", "*/")))));
        web.perform(as("analyst", post(at("/table/rows")))
                        .queryParam("path", ROUTING)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.notes[?(@.cell == 'H18')].words").value("不能留空"))
                .andExpect(jsonPath("$.notes[?(@.cell == 'B18')].wrong").value(true));
        web.perform(as("analyst", post(at("/table/rows")))
                        .queryParam("path", ROUTING)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("policy.studio.stale"))
                .andExpect(jsonPath("$.detail").value(containsString("没有保存")));
    }

    @Test
    void whatIsNoTableAtAllIsABadRequest() throws Exception {
        for (String body : List.of(
                "", "{}", "[]", "{\"sha256\":\"x\",\"rows\":[null]}", "{\"sha256\":\"x\",\"rows\":[{}]}", "x")) {
            web.perform(as("analyst", post(at("/table/rows")))
                            .queryParam("path", ROUTING)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body))
                    .andExpect(status().isBadRequest());
        }
        for (String path : List.of("../x", "forms/handleCase.form", "rules/none/none.drl.xlsx", "x".repeat(3_000))) {
            web.perform(as("analyst", get(at("/table"))).param("path", path)).andExpect(status().isNotFound());
        }
        web.perform(as("analyst", get(at("/try"))).param("photos", "many")).andExpect(status().isBadRequest());
    }

    @Test
    void somebodyElsesDraftIsOnlyRead() throws Exception {
        web.perform(as("approver", get(at("/table"))).param("path", ROUTING))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("只供查阅"), not(containsString("data-save")))));
        var sheet = sheets.open(draft, ROUTING);
        String body = json.writeValueAsString(Map.of(
                "sha256",
                sheet.sha256(),
                "rows",
                List.of(Map.of("cells", sheet.rows().get(0)))));
        web.perform(as("approver", post(at("/table/rows")))
                        .queryParam("path", ROUTING)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isForbidden());
        web.perform(get(at("/table/rows"))
                        .param("path", ROUTING)
                        .with(user("handler").roles(Role.HANDLER.code())))
                .andExpect(status().isForbidden());
    }

    @Test
    void anUploadThatIsNoTableIsRefusedInPlace() throws Exception {
        String sha = sheets.open(draft, ROUTING).sha256();
        web.perform(as(
                                "analyst",
                                multipart(at("/table"))
                                        .file(new MockMultipartFile("file", "x.xlsx", null, new byte[] {1})))
                        .param("path", ROUTING)
                        .param("sha256", sha))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("role=\"alert\"")));
        web.perform(as(
                                "analyst",
                                multipart(at("/table"))
                                        .file(new MockMultipartFile(
                                                "file", "x.xlsx", null, drafts.file(draft, ROUTING))))
                        .param("path", ROUTING)
                        .param("sha256", sha))
                .andExpect(redirectedUrl("/policy/drafts/" + draft + "/table?path=" + ROUTING + "&done"));
    }

    @Test
    void aFormIsShownAsItWillBeAndNothingOfItRuns() throws Exception {
        String form = new String(drafts.file(draft, HANDLE), StandardCharsets.UTF_8);
        web.perform(as("analyst", post("/policy/form-preview"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(form.replace("处置说明", "<b>说明</b>")))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("&lt;b&gt;说明"), not(containsString("<b>")))));
        web.perform(as("analyst", post("/policy/form-preview"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"type\":\"default\",\"components\":[{\"type\":\"html\",\"key\":\"x\"}]}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("html")));
        web.perform(as("analyst", get(at("/form"))).param("path", HANDLE))
                .andExpect(content().string(allOf(containsString("handleCase"), containsString("拍照上传"))));
    }

    @Test
    void releasesAreComparedRowByRow() throws Exception {
        web.perform(as("approver", get("/policy/releases/1/table-difference"))
                        .param("from", "1")
                        .param("path", ROUTING))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("没有区别")));
        web.perform(as("approver", get("/policy/releases/1/table-difference")).param("from", "999"))
                .andExpect(status().isNotFound());
    }

    private String at(String rest) {
        return "/policy/drafts/" + draft + rest;
    }

    private static <B extends AbstractMockHttpServletRequestBuilder<B>> B as(String account, B request) {
        String role = account.equals("analyst") ? Role.ANALYST.code() : Role.APPROVER.code();
        return request.with(user(account).roles(role)).with(csrf()).locale(Locale.SIMPLIFIED_CHINESE);
    }
}
