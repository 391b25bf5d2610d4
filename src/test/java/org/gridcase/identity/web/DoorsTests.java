package org.gridcase.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@HttpCityTest
class DoorsTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/cases",
                "/api/cases/",
                "/%61pi/cases",
                "/engine-rest",
                "/engine-rest/",
                "/engine-rest/task",
                "/engine-rest/report/x",
                "/engine-rest/map/x",
                "/engine-rest/error",
                "/camunda/api/engine/engine",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/error",
                "/camunda/api/admin/setup/default/user/create",
                "/actuator",
                "/actuator/env",
                "/actuator/prometheus",
                "/v3/api-docs"
            })
    void nobodyGetsPastAnInterfaceUnnamed(String path) {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"}) {
            assertThat(http.anybody()
                            .send(method, path, BodyPublishers.noBody())
                            .status())
                    .as(method + " " + path)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home",
                "/cases",
                "/tasks",
                "/admin",
                "/admin/anything",
                "/API/cases",
                "/ENGINE-REST/task",
                "/camunda",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/nonsense"
            })
    void whoeverHasNotSignedInIsSentToTheSignIn(String path) {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS"}) {
            var answer = http.anybody().send(method, path, BodyPublishers.noBody());
            assertThat(answer.status()).as(method + " " + path).isEqualTo(302);
            assertThat(answer.response().headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/cases",
                "/api;x=1/cases",
                "/open311/..;/api/cases",
                "/engine-rest;x/task",
                "/%65ngine-rest/task",
                "/engine-rest//task",
                "/engine-rest%2ftask",
                "/camunda;x/api/engine/engine",
                "/%63amunda/api/engine/engine",
                "/camunda/%61pi/engine/engine"
            })
    void aPathInDisguiseIsNoRequest(String path) {
        var answer = http.as("admin").get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("at org.", "Exception", "trace");
    }

    @Test
    void signingInChangesTheSession() {
        var first = webApps.signIn("worker");
        var second = webApps.signIn("supervisor", first.cookies());
        assertThat(second.cookies().get("JSESSIONID"))
                .isNotEqualTo(first.cookies().get("JSESSIONID"));
        assertThat(first.caller().get("/camunda/api/engine/engine").status()).isEqualTo(401);
    }

    @Test
    void theSessionCookieIsOutOfTheReachOfScriptsAndOtherSites() {
        assertThat(webApps.signIn("worker").setAtSignIn()).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("JSESSIONID")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    void aPageOpenedForOneActsForNobodyElse() {
        var next = webApps.staff("substitute").with("Accept", "application/json");
        assertThat(next.with("X-GC-Account", "substitute").get("/my/tasks").status())
                .isEqualTo(200);
        for (String path : new String[] {"/my/x/claim", "/my/x/complete", "/photos"}) {
            assertThat(next.with("X-GC-Account", "worker").postJson(path, "{}").status())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoeverSignsInComesBackToThePageAndNotToAPartOfIt() {
        var part = http.anybody()
                .with("HX-Request", "true")
                .with("Accept", "text/html")
                .get("/cases");
        assertThat(part.status()).isEqualTo(401);
        assertThat(part.response().headers().firstValue("HX-Refresh")).hasValue("true");
        assertThat(http.anybody()
                        .with("Sec-Fetch-Mode", "cors")
                        .get("/my/tasks")
                        .response()
                        .headers()
                        .firstValue("Set-Cookie"))
                .isEmpty();
        var opened = http.anybody().with("Sec-Fetch-Mode", "navigate").get("/cases?q=x");
        assertThat(webApps.signInAnswer("worker", WebApps.cookies(opened))
                        .response()
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).endsWith("/cases?q=x"));
    }

    @Test
    void aFormFromAnotherSiteIsTurnedAway() {
        var session = webApps.signIn("worker");
        var forged = webApps.with(session.cookies());
        assertThat(forged.post("/sign-out").status()).isEqualTo(403);
        assertThat(forged.post("/anything").status()).isEqualTo(403);
        assertThat(forged.postJson("/camunda/api/engine/engine/default/task", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anotherSitesPageCannotUseThePasswordThatABrowserKeeps() {
        var browser = http.as("worker").with("Content-Type", "multipart/form-data; boundary=x");
        var form = BodyPublishers.ofString(
                "--x\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nx\r\n--x--\r\n");
        for (String site : new String[] {"cross-site", "same-site"}) {
            assertThat(browser.with("Sec-Fetch-Site", site)
                            .send("POST", "/api/reports", form)
                            .status())
                    .isEqualTo(403);
        }
        for (String origin : new String[] {"https://evil.example", "null", "http://[bad"}) {
            assertThat(browser.with("Origin", origin)
                            .send("POST", "/api/reports", form)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(http.as("worker")
                        .with("Origin", "https://evil.example")
                        .postJson("/engine-rest/process-definition/key/report/start", "{}")
                        .status())
                .isEqualTo(403);
        for (var own : new Http.Caller[] {
            browser.with("Sec-Fetch-Site", "same-origin").with("Origin", "http://behind-a-proxy"),
            browser.with("Sec-Fetch-Site", "none"),
            browser.with("Origin", http.address()),
            browser
        }) {
            assertThat(own.send("POST", "/api/reports", form).status()).isEqualTo(422);
        }
    }

    @Test
    void noOtherSiteMayReadAnAnswer() {
        for (String path : new String[] {"/", "/api/cases", "/engine-rest/engine", "/open311/v2/services.json"}) {
            for (var caller : new Http.Caller[] {http.anybody(), http.as("worker")}) {
                var asked = caller.with("Origin", "https://evil.example");
                assertThat(asked.get(path).response().headers().map().keySet())
                        .as(path)
                        .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control-"));
                assertThat(asked.with("Access-Control-Request-Method", "GET")
                                .send("OPTIONS", path, BodyPublishers.noBody())
                                .response()
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gridcase/", "/gridcase", "/webjars/", "/webjars/bootstrap/", "/webjars/bootstrap/dist"})
    void nobodyListsAFolder(String path) {
        assertThat(http.anybody().get(path).status()).isEqualTo(404);
    }

    @Test
    void nothingAboutPeopleOrCasesIsKeptByACache() {
        for (String path : new String[] {
            "/api/cases", "/api/tasks", "/engine-rest/task?maxResults=5", "/engine-rest/user?maxResults=5"
        }) {
            assertThat(http.as("worker").get(path).response().headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        }
        var browser = webApps.signIn("worker").caller();
        for (String path : new String[] {
            "/home", "/cases", "/my", "/my/tasks", "/camunda/api/engine/engine/default/task?maxResults=5"
        }) {
            assertThat(browser.get(path).response().headers().firstValue("Cache-Control"))
                    .as(path)
                    .hasValueSatisfying(kept -> assertThat(kept).contains("no-store"));
        }
    }

    @Test
    void pagesSayWhatABrowserMayDoWithThem() {
        var headers = http.anybody().get("/home").response().headers();
        assertThat(headers.firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval"));
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("camera=(self)", "microphone=()", "payment=()"));
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void onlyWhereModelsAreDrawnMayAttributesStyleTheirElements() {
        var analyst = webApps.signIn("analyst").caller();
        String flow = "path=processes/case-handling/case-handling.bpmn";
        for (String path : new String[] {"/policy/releases/1/model?" + flow, "/policy/releases/1/difference?to=1"}) {
            assertThat(policy(analyst, path))
                    .as(path)
                    .contains("default-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'")
                    .doesNotContain("unsafe-eval", "script-src", "style-src 'self' 'unsafe-inline'");
        }
        for (String path : new String[] {"/policy", "/home", "/gridcase/studio/model.js"}) {
            assertThat(policy(analyst, path)).as(path).doesNotContain("unsafe-inline");
        }
    }

    private static String policy(Http.Caller caller, String path) {
        var answer = caller.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.response().headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void cockpitAndAdminOpenOnlyForTheirRoles() {
        var worker = webApps.signIn("worker").caller();
        assertThat(worker.get("/camunda/app/cockpit/default/").status()).isEqualTo(403);
        assertThat(worker.get("/camunda/app/admin/default/").status()).isEqualTo(403);
        assertThat(worker.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics")
                        .status())
                .isEqualTo(403);
        var supervisor = webApps.signIn("supervisor").caller();
        assertThat(supervisor.get("/camunda/app/cockpit/default/").status()).isEqualTo(200);
        assertThat(supervisor.get("/camunda/app/admin/default/").status()).isEqualTo(403);
    }
}
