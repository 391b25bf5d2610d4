package org.gridcase.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridcase.testing.Http;
import org.gridcase.testing.Http.Answer;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HttpCityTest
class ErrorPagesTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @Test
    void peopleGetAPageInOurLookAndTheirLanguage() {
        var worker = browser("worker");
        page(worker.get("/nonsense"), 404, "没有找到");
        page(worker.get("/cases/" + UUID.randomUUID()), 404, "没有找到");
        page(worker.get("/admin/stuck"), 403, "您没有权限");
        page(worker.send("DELETE", "/cases", BodyPublishers.noBody()), 403, "页面放得太久了");
        page(worker.get("/my/x/claim"), 405, "这里不支持这种操作");
        page(worker.get("/cases/not-an-id"), 400, "这个请求看不懂");
        page(browser("worker", "en").get("/nonsense"), 404, "Not found");
    }

    @Test
    void whereTheAdminAppWouldBeAdministratorsReadWhatToOpenInstead() {
        for (String path : List.of("/camunda/app/admin/", "/camunda/app/admin/default/")) {
            page(browser("admin").get(path), 403, "Camunda Admin 在这里不开放");
            page(browser("admin", "en").get(path), 403, "Camunda Admin is shut here");
        }
    }

    @Test
    void theLanguageSomebodyChoseHoldsForErrorsToo() {
        var session = webApps.signIn("worker");
        var cookies = new HashMap<>(session.cookies());
        cookies.put("gc-lang", "en");

        page(webApps.with(cookies).with("Accept", "text/html").speaking("zh-CN").get("/nonsense"), 404, "Not found");
    }

    @Test
    void aFormWithAnOldTokenIsSaidToBeOldAndScriptsGetACodeForIt() {
        var session = webApps.signIn("worker");
        var aged = webApps.with(session.cookies());

        page(aged.with("Accept", "text/html").speaking("zh-CN").postForm("/sign-out", Map.of()), 403, "页面放得太久了");
        var script = aged.with("Accept", "application/json").postJson("/my/x/claim", Map.of());
        assertThat(script.status()).isEqualTo(403);
        assertThat(script.json().path("code").asText()).isEqualTo("shared.tokenAged");
    }

    @Test
    void programsGetProblemsAndOpen311ItsOwnErrors() {
        var api = http.as("worker").with("Accept", "application/json").speaking("zh-CN");
        problem(api.get("/api/nonsense"), 404);
        problem(api.send("DELETE", "/api/cases", BodyPublishers.noBody()), 405);

        var json = http.anybody().speaking("zh-CN").get("/open311/v2/nonsense.json");
        assertThat(json.status()).isEqualTo(404);
        assertThat(json.json().get(0).path("code").asInt()).isEqualTo(404);
        var xml = http.anybody().speaking("en").get("/open311/v2/nonsense.xml");
        assertThat(xml.body()).contains("<errors><error><code>404</code>");
    }

    @Test
    void aPartOfAPageGetsAPartOfAPage() {
        var part = browser("worker").with("HX-Request", "true").get("/cases/" + UUID.randomUUID() + "/live?seen=0");

        assertThat(part.status()).isEqualTo(404);
        assertThat(part.body()).contains("role=\"alert\"").doesNotContain("<html");
    }

    @Test
    void askedForByItsAddressThereIsNoErrorPage() {
        page(browser("worker").get("/error"), 404, "没有找到");
    }

    private Http.Caller browser(String account) {
        return browser(account, "zh-CN");
    }

    private Http.Caller browser(String account, String language) {
        return webApps.with(webApps.signIn(account).cookies())
                .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .speaking(language);
    }

    private static void page(Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("text/html");
        assertThat(answer.body())
                .contains(words, "class=\"gc-page\"", "gc-bar")
                .doesNotContain("Exception", "at org.", "Whitelabel", "??");
    }

    private static void problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "at org.", "trace");
    }
}
