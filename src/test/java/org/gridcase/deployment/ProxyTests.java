package org.gridcase.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** The proxy's file agrees with the compose file and with the application. */
class ProxyTests {
    private final String proxy = Repository.text("deploy/Caddyfile").replaceAll("(?m)^\\s*#.*$", "");

    @Test
    void itsVariablesAreGivenToIt() {
        var given = ComposeFile.read().service("proxy").map("environment").keySet();
        assertThat(Pattern.compile("\\{\\$([A-Z_]+)").matcher(proxy).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(given::contains);
    }

    @Test
    void itLeadsToServicesOfTheComposeFile() {
        var services = ComposeFile.read().names("services");
        assertThat(Pattern.compile("reverse_proxy ([a-z]+):8080")
                        .matcher(proxy)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("application", "keycloak")
                .allMatch(services::contains);
    }

    @Test
    void itTakesUploadsAsLargeAsTheApplicationDoes() {
        String settings = Repository.text("src/main/resources/application.yml");
        var limit = Pattern.compile("max-request-size: (\\S+)").matcher(settings);
        assertThat(limit.find()).isTrue();
        assertThat(proxy).contains("max_size " + DataSize.parse(limit.group(1)).toMegabytes() + "MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin off",
                "tls {$GRIDCASE_TLS:internal}",
                "Strict-Transport-Security \"max-age=31536000; includeSubDomains\"",
                "request_header -Forwarded",
                "request_header -X-Forwarded-Port",
                "request_header -X-Forwarded-Prefix",
                "@figures path /actuator /actuator/*",
                "path /admin /admin/* /realms/master /realms/master/*"
            })
    void itKeepsOutWhatOthersClaimAndWhatIsNotTheirs(String line) {
        assertThat(proxy).contains(line);
    }

    /** A resident's link is a secret that stands in the path. */
    @Test
    void itWritesNoPathsIntoALog() {
        assertThat(proxy).doesNotContainPattern("(?m)^\\s*log\\b");
    }

    @Test
    void itIsHealthyWhereTheComposeFileAsks() {
        assertThat(ComposeFile.read().service("proxy").word("healthcheck")).contains("http://127.0.0.1:2020/");
        assertThat(proxy).contains("http://127.0.0.1:2020 {");
    }
}
