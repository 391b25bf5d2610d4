package org.gridcase.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.HttpCityTest;
import org.gridcase.testing.SecondNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two copies of the application sweep the same clocks. */
@HttpCityTest
class EscalationNodesIT {
    @Autowired
    Flow flow;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Environment settings;

    @Test
    void twoNodesTellNobodyTwice() throws IOException, InterruptedException {
        List<CaseId> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(flow.report("东风路口路面塌了一个坑", "L01001").caseId());
        }
        all.forEach(id -> flow.awaitTask("filing", id));
        UUID[] ids = all.stream().map(CaseId::value).toArray(UUID[]::new);
        jdbc.update("delete from notice");
        try (var second = SecondNode.start(List.of(
                "--server.port=" + freePort(),
                "--spring.datasource.url=" + settings.getRequiredProperty("spring.datasource.url"),
                "--spring.datasource.username=postgres",
                "--gridcase.data-dir=target/test-data/escalation-there"))) {
            jdbc.update(
                    "update case_clock set yellow_at = now() - interval '2 minutes', due_at = now() - interval"
                            + " '1 minute' where clock = 'ACCEPT' and state = 'RUNNING' and case_id = any(?)",
                    (Object) ids);
            await().atMost(Duration.ofSeconds(60)).until(() -> told(ids) >= 60 * 2);
            await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(30)).until(() -> told(ids) == 60 * 2);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from notice where recipient = 'filing' and channel = 'BELL'", Integer.class))
                .isEqualTo(60);
        assertThat(jdbc.queryForObject(
                        "select count(*) from case_event where move = 'ESCALATE' and case_id = any(?)",
                        Integer.class,
                        (Object) ids))
                .isEqualTo(60 * 2);
    }

    private int told(UUID[] ids) {
        return jdbc.queryForObject(
                "select count(*) from clock_escalation where state = 'TOLD' and lamp = 'RED' and case_id = any(?)",
                Integer.class,
                (Object) ids);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
