package org.gridcase.desk.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code docs/walkthrough.sh} against the application as it runs. */
@HttpCityTest
@DisabledOnOs(OS.WINDOWS)
class WalkthroughIT {
    @Autowired
    Http http;

    @Test
    void takesAReportToClosedThroughEveryHumanTask() throws Exception {
        Ended walk = walk(http.address());

        assertThat(walk.exit()).as(walk.said()).isZero();
        List<String> lines = walk.said().lines().toList();
        assertThat(lines.stream().limit(5).map(line -> line.split(" ")[0]))
                .containsExactly("FILING", "DISPATCHING", "HANDLING", "CHECKING", "CLOSED");
        String last = lines.get(lines.size() - 1);
        assertThat(last).matches("CLOSED [0-9a-f-]{36}");
        var closed =
                http.as("supervisor").get("/api/cases/" + last.substring(7)).json();
        assertThat(closed.path("stage").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("timeline").findValuesAsText("actor"))
                .contains("worker", "filing", "dispatch", "handler", "checker");
    }

    @Test
    void saysInASentenceThatNobodyAnswers() throws Exception {
        Ended walk = walk("http://localhost:1");

        assertThat(walk.exit()).isNotZero();
        assertThat(walk.said())
                .startsWith("walkthrough: cannot reach http://localhost:1")
                .doesNotContain("CLOSED");
    }

    private record Ended(int exit, String said) {}

    private static Ended walk(String address) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "docs/walkthrough.sh", address)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), said);
    }
}
