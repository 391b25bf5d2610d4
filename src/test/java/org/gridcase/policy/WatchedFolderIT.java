package org.gridcase.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gridcase.policy.guard.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** An author on their own machine saves a file, and it is in force. */
@SpringBootTest(
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "gridcase.data-dir=target/test-data/watched",
            "gridcase.demo.enabled=true",
            "gridcase.policy.watch=true",
            "gridcase.policy.watch-every=100ms"
        })
@ExtendWith(OutputCaptureExtension.class)
class WatchedFolderIT {
    private static final Path FOLDER = Path.of("target/test-data/watched-policy");
    private static final JettyServletWebServerFactory SERVER = new JettyServletWebServerFactory();
    private static final Path EXAMPLES = FOLDER.resolve("rules/routing/cases.csv");
    private static final Path FLOW = FOLDER.resolve("processes/case-handling/case-handling.bpmn");

    @Autowired
    Releases releases;

    @DynamicPropertySource
    static void aFolder(DynamicPropertyRegistry registry) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        for (String name : List.of("processes", "rules", "forms")) {
            FileSystemUtils.copyRecursively(Path.of(name), FOLDER.resolve(name));
        }
        registry.add("gridcase.policy.folder", FOLDER::toString);
    }

    @Test
    void whatIsSavedIsInForceAndWhatTheGuardRefusesIsLoggedAndIsNot(CapturedOutput log) throws IOException {
        String before = releases.inForce().sha256();
        String examples = Files.readString(EXAMPLES);
        Files.writeString(FOLDER.resolve("rules/routing/.cases.csv.swp"), "an editor's own");
        Files.writeString(EXAMPLES, examples.stripTrailing() + UUID.randomUUID() + "\n");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !releases.inForce().sha256().equals(before));
        int published = releases.inForce().number();

        String flow = Files.readString(FLOW);
        Files.writeString(FLOW, flow.replace("${route}", "${''.getClass()}"), StandardCharsets.UTF_8);
        await().atMost(Duration.ofSeconds(30)).until(() -> log.toString()
                .contains(new Finding(
                                "processes/case-handling/case-handling.bpmn",
                                "route",
                                "policy.guard.step",
                                List.of("${''.getClass()}"))
                        .toString()));
        assertThat(releases.inForce().number()).isEqualTo(published);

        Files.writeString(FLOW, flow.replace(">P7D<", ">P14D<"), StandardCharsets.UTF_8);
        await().atMost(Duration.ofSeconds(30)).until(() -> releases.inForce().number() > published);
        assertThat(new String(
                        releases.artifact(releases.inForce().number(), "processes/case-handling/case-handling.bpmn"),
                        StandardCharsets.UTF_8))
                .contains(">P14D<");
    }

    @Test
    void whereOthersCouldReachItNobodyWatches() {
        var watched = new PolicyFolder(FOLDER, true);
        for (String address : List.of("0.0.0.0", "192.168.1.2", "::", "no such host.")) {
            assertThatThrownBy(() -> new WatchedOnLoopback(watched, address).customize(SERVER))
                    .as(address)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gridcase.policy.watch");
        }
        assertThatThrownBy(() -> new WatchedOnLoopback(new PolicyFolder(null, true), "127.0.0.1").customize(SERVER))
                .hasMessageContaining("gridcase.policy.folder");
        new WatchedOnLoopback(watched, "127.0.0.1").customize(SERVER);
        new WatchedOnLoopback(new PolicyFolder(null, false), "0.0.0.0").customize(SERVER);
    }
}
