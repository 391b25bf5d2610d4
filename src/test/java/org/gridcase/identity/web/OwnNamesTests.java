package org.gridcase.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody makes this application lead people elsewhere, whatever they send along. */
@HttpCityTest
class OwnNamesTests {
    @Autowired
    Http http;

    @Autowired
    WebApps webApps;

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "demo@evil.example"})
    void aNameThatIsNotOursIsNoRequest(String host) throws IOException {
        for (String path : new String[] {"/", "/home", "/api/cases", "/engine-rest/task", "/camunda/app/welcome/"}) {
            assertThat(asked(path, host)).as(path).startsWith("HTTP/1.1 400").doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "localhost:1234"})
    void thisMachineMayBeAskedUnderItsOwnNames(String host) throws IOException {
        assertThat(asked("/report", host)).startsWith("HTTP/1.1 200");
    }

    /** Without a proxy nobody may claim to be one. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example;proto=https"})
    void whatClaimsToComeThroughAProxyIsNotBelieved(String header) throws IOException {
        assertThat(asked("/open311/v2/discovery.json", "localhost\r\n" + header))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in?continue=https://evil.example/",
                "/sign-in?redirect=//evil.example",
                "/sign-in?url=https://evil.example&target=https://evil.example&next=https://evil.example",
                "/sign-in?spring-security-redirect=https://evil.example"
            })
    void signingInLeadsNowhereElse(String address) {
        var page = http.anybody().get(address);
        var cookies = WebApps.cookies(page);
        var answer = webApps.with(cookies)
                .with("X-GC-CSRF", cookies.getOrDefault("GC-CSRF", ""))
                .with("Referer", "https://evil.example/")
                .postForm(address, Map.of("username", "worker", "password", "demo"));
        assertThat(answer.status()).isEqualTo(302);
        String to = answer.response().headers().firstValue("Location").orElseThrow();
        assertThat(URI.create(http.address()).resolve(to).getAuthority())
                .isEqualTo(URI.create(http.address()).getAuthority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/%2F/evil.example", "/%5Cevil.example", "/home/..//evil.example"})
    void nobodyIsSentToSignInForAPageElsewhere(String path) {
        assertThat(http.anybody().get(path).response().headers().map().toString())
                .doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/home", "/api/cases", "/engine-rest/task", "/camunda/api/engine/engine"})
    void nobodyTraces(String path) {
        var answer = http.as("admin").with("X-Mark", "echo").send("TRACE", path, BodyPublishers.noBody());
        assertThat(answer.status()).isIn(400, 401, 403, 405);
        assertThat(answer.body()).doesNotContain("echo");
    }

    private String asked(String path, String host) throws IOException {
        URI address = URI.create(http.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
