package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpCityTest
class ApiDoorTests {
    @Autowired
    Http http;

    @Test
    void nobodyEntersWithoutSigningIn() {
        for (String path : List.of("/api/cases", "/api/tasks", "/api/nothing", "/v3/api-docs", "/swagger-ui.html")) {
            Answer answer = http.anybody().speaking("en").get(path);
            problem(answer, 401, "shared.pleaseSignIn");
            assertThat(answer.json().path("detail").asText()).isEqualTo("Please sign in.");
            assertThat(answer.response()
                            .headers()
                            .firstValue("WWW-Authenticate")
                            .orElse(""))
                    .startsWith("Basic");
        }
        problem(
                http.anybody().with("Authorization", "Basic d29ya2VyOndyb25n").get("/api/cases"),
                401,
                "shared.pleaseSignIn");
    }

    @Test
    void whoeverSpeaksNeitherChineseNorEnglishReadsChinese() {
        assertThat(http.anybody().get("/api/cases").json().path("detail").asText())
                .isEqualTo("请先登录。");
        assertThat(http.anybody()
                        .speaking("fr")
                        .get("/api/cases")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("请先登录。");
    }

    @Test
    void onlyAnAdministratorEntersTheAdministratorsDoor() {
        problem(http.as("filing").get("/api/admin/anything"), 403, "shared.forbidden");
    }

    @Test
    void theStandardIsReadByEverybodyAndProposedByAnalystsAlone() {
        String standard = "/api/catalogue/filing-standard.xlsx";
        String xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        assertThat(http.as("worker").with("Accept", "*/*").get(standard).status())
                .isEqualTo(200);
        problem(http.as("worker").post(standard, xlsx, new byte[] {1}), 403, "shared.forbidden");
        problem(http.as("admin").post(standard, xlsx, new byte[] {1}), 403, "shared.forbidden");
        problem(http.as("analyst").post(standard, xlsx, new byte[] {1}), 422, "catalogue.import.unreadable");
    }

    @Test
    void whoIsOnDutyWhereIsForAdministrators() {
        problem(http.as("worker").get("/api/grids/export/duties"), 403, "shared.forbidden");
        assertThat(http.as("admin")
                        .with("Accept", "*/*")
                        .get("/api/grids/export/duties")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownPathMethodOrTypeIsRefusedInWords() {
        var filing = http.as("filing");

        problem(filing.get("/api/nothing"), 404, "shared.notFound");
        problem(filing.delete("/api/cases"), 405, "shared.methodNotAllowed");
        problem(filing.with("Accept", "application/xml").get("/api/cases"), 406, "shared.notAcceptable");
        problem(
                filing.post("/api/reports", "application/xml", "<report/>".getBytes(StandardCharsets.UTF_8)),
                415,
                "shared.unsupportedType");
        problem(
                filing.post("/api/reports", "application/json", "{\"description\":".getBytes(StandardCharsets.UTF_8)),
                400,
                "shared.badRequest");
        problem(
                filing.with("Content-Type", "application/json").send("POST", "/api/reports", BodyPublishers.noBody()),
                400,
                "shared.badRequest");
    }

    @Test
    void answersInJsonWhoeverTakesAnything() {
        assertThat(http.as("filing").with("Accept", "*/*").get("/api/cases").type())
                .startsWith("application/json");
    }

    @Test
    void describesItself() {
        Answer document = http.as("filing").get("/v3/api-docs");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().path("paths").has("/api/cases")).isTrue();
        assertThat(document.json().path("paths").has("/api/cases/{id}")).isTrue();
        assertThat(document.json().path("paths").has("/api/tasks")).isTrue();
        assertThat(document.json().path("paths").has("/api/tasks/{id}/claim")).isTrue();
        assertThat(document.json().path("paths").has("/api/tasks/{id}/complete"))
                .isTrue();
        assertThat(document.json().path("paths").has("/api/reports")).isTrue();
        assertThat(document.json().path("paths").has("/api/photos")).isTrue();
        assertThat(document.json().at("/paths/~1api~1cases/get/parameters").findValuesAsText("name"))
                .contains("number", "words", "area", "class", "stage", "unit", "from", "to", "limit", "cursor");
        assertThat(http.as("filing").get("/swagger-ui/index.html").status()).isEqualTo(200);
    }

    private static void problem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
