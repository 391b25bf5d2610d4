package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application as a process of its own, in the environment that the compose file gives it, asked as its proxy asks. */
class ComposedApplicationIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static Composed application;

    @BeforeAll
    static void start() throws IOException {
        application = Composed.start(
                folder,
                Map.of(
                        "GRIDCASE_HOST",
                        "case.example",
                        "GRIDCASE_ID_HOST",
                        "id.example",
                        "GRIDCASE_CITY_CODE",
                        "410100"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        application.stop();
    }

    @Test
    void itIsReadyAndBringsNoDatabaseOfItsOwn() throws Exception {
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(Files.exists(folder.resolve("postgres"))).isFalse();
    }

    @Test
    void linksNameWherePeopleCameFrom() throws Exception {
        assertThat(throughTheProxy("/open311/v2/discovery.json").body())
                .contains("https://case.example/open311/v2")
                .doesNotContain("127.0.0.1", "http://case");
    }

    @Test
    void aRedirectStaysOnHttps() throws Exception {
        var answer = throughTheProxy("/home");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).matches("(https://case\\.example)?/[^/].*"));
    }

    @Test
    void noCookieTravelsInTheClear() throws Exception {
        assertThat(throughTheProxy("/home").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("GC-WANTED"))
                .allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(throughTheProxy("/report").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
    }

    @Test
    void browsersAreToldToStayOnHttps() throws Exception {
        for (String path : List.of("/", "/report", "/sign-in", "/api/cases")) {
            assertThat(throughTheProxy(path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("max-age=31536000"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open311/v2/discovery.json", "/home", "/report", "/api/cases", "/camunda/app/tasklist/"})
    void aForgedNameEndsInNoLink(String path) throws Exception {
        for (Map<String, String> forged : List.of(
                Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https"),
                Map.of("X-Forwarded-Host", "case.example.evil.example"),
                Map.of("X-Forwarded-Host", "case.example, evil.example", "Forwarded", "host=evil.example"),
                Map.of("Forwarded", "host=\"evil.example\";proto=https"))) {
            var answer = ask(path, forged);
            assertThat(answer.statusCode()).as(forged.toString()).isEqualTo(400);
            assertThat(answer.headers().map().toString() + answer.body()).doesNotContain("evil.example");
        }
    }

    @Test
    void noDemoAccountOpensIt() throws Exception {
        for (String account : List.of("admin", "worker", "supervisor")) {
            var answer = ask(
                    "/api/cases",
                    Map.of(
                            "X-Forwarded-Host",
                            "case.example",
                            "X-Forwarded-Proto",
                            "https",
                            "Authorization",
                            Composed.basic(account, "demo")));
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask(path, Map.of());
    }

    private HttpResponse<String> throughTheProxy(String path) throws Exception {
        return ask(
                path,
                Map.of(
                        "Accept", "text/html,*/*;q=0.8",
                        "X-Forwarded-For", "203.0.113.7",
                        "X-Forwarded-Host", "case.example",
                        "X-Forwarded-Proto", "https"));
    }

    private HttpResponse<String> ask(String path, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(application.address() + path));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
