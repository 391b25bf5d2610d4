package org.gridcase.desk.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.HttpCityTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpCityTest
class HealthTests {
    @Autowired
    Http http;

    @Autowired
    Flow flow;

    @Autowired
    CaseMeters meters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void measuresHaveNamesUnitsAndHelp() {
        flow.awaitTask("filing", flow.report("小区门口的垃圾堆了好几天", "L01001").caseId());
        http.as("worker")
                .postJson("/api/reports", Map.of("description", "下水道堵了，污水满街", "longitude", 113.60, "latitude", 34.75));
        meters.count();

        String told = http.as("admin").get("/actuator/prometheus").body();

        assertThat(told)
                .contains("# HELP gridcase_cases Cases at each stage", "# TYPE gridcase_cases gauge")
                .contains("# HELP gridcase_jobs_due Jobs that could run now", "# TYPE gridcase_jobs_due gauge")
                .contains("# HELP gridcase_jobs_failed Jobs given up", "# TYPE gridcase_jobs_failed gauge")
                .contains("# HELP gridcase_incidents Open incidents", "# TYPE gridcase_incidents gauge")
                .contains("# HELP gridcase_assistant_text_seconds Time of the text model for one report")
                .contains("gridcase_assistant_text_seconds_count", "gridcase_assistant_text_seconds_sum")
                .contains("# HELP http_server_requests_seconds", "hikaricp_connections");
        for (Stage stage : Stage.values()) {
            assertThat(value(told, "gridcase_cases{stage=\"" + stage + "\"}")).isNotNegative();
        }
        assertThat(value(told, "gridcase_cases{stage=\"FILING\"}")).isPositive();
        assertThat(value(told, "gridcase_jobs_due")).isNotNegative();
        assertThat(value(told, "gridcase_incidents")).isNotNegative();
        assertThat(value(told, "gridcase_assistant_text_seconds_count")).isPositive();
    }

    private static double value(String told, String name) {
        return told.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }

    @Test
    void aLineOfACaseCarriesItsIdAndNothingOfItsReporter() throws IOException {
        var lines = new ByteArrayOutputStream();
        var appender = structured(lines);
        CaseId id;
        try {
            var report = Map.of(
                    "description",
                    "赵六家楼下积水没过脚踝",
                    "longitude",
                    113.60,
                    "latitude",
                    34.75,
                    "serviceCode",
                    "L01001",
                    "address",
                    "赵六家门口三号楼",
                    "contactName",
                    "赵六",
                    "contactPhone",
                    "13912345678");
            var receipt = http.as("worker").postJson("/api/reports", report);
            assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
            id = CaseId.of(receipt.json().path("caseId").asText());
            flow.completeNow("filing", flow.awaitTask("filing", id).id(), "outcome", "annulled", "reason", "赵六说不用管了");
        } finally {
            root().detachAppender(appender);
            appender.stop();
        }
        String all = lines.toString(StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("赵六", "积水", "三号楼", "13912345678");
        List<String> ours = new ArrayList<>();
        for (String line : all.split("\n")) {
            JsonNode one = new ObjectMapper().readTree(line);
            assertThat(one.has("@timestamp") && one.has("level") && one.has("logger_name"))
                    .as(line)
                    .isTrue();
            if (one.path("case").asText().equals(id.toString())) {
                ours.add(one.path("message").asText());
            }
        }
        assertThat(ours).contains("REPORT REPORTED", "ANNUL ANNULLED");
    }

    /** What {@code --logging.structured.format.console=logstash} makes of the console. */
    private static OutputStreamAppender<ILoggingEvent> structured(ByteArrayOutputStream lines) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("logstash");
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(lines);
        appender.start();
        root().addAppender(appender);
        return appender;
    }

    private static ch.qos.logback.classic.Logger root() {
        return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void aNodeWithoutItsDatabaseIsNotReadyAndReadyAgainWithIt() throws SQLException {
        assertThat(http.anybody().get("/actuator/health/readiness").status()).isEqualTo(200);
        String name = database().replaceAll(".*/([^/?]+).*", "$1");
        try {
            elsewhere(
                    "alter database " + name + " allow_connections false",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");

            var away = http.anybody().get("/actuator/health/readiness");

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.json().path("status").asText()).isEqualTo("DOWN");
            assertThat(away.body()).doesNotContain(name, "Exception", "jdbc");
            assertThat(http.anybody().get("/actuator/health/liveness").status()).isEqualTo(200);
        } finally {
            elsewhere("alter database " + name + " allow_connections true");
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.anybody().get("/actuator/health/readiness").status() == 200);
        assertThat(jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
    }

    private String database() {
        return environment.getRequiredProperty("spring.datasource.url");
    }

    private void elsewhere(String... statements) throws SQLException {
        String server = database().replaceAll("/[^/?]+(\\?.*)?$", "/postgres$1");
        try (var connection = DriverManager.getConnection(server, "postgres", "");
                var statement = connection.createStatement()) {
            for (String sql : Arrays.asList(statements)) {
                statement.execute(sql);
            }
        }
    }
}
