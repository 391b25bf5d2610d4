package org.gridcase.desk.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.gridcase.casework.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many cases stand at each stage, counted once a minute whoever asks. */
@Component
class CaseMeters {
    private final JdbcClient jdbc;
    private final MultiGauge gauge;

    CaseMeters(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.gauge = MultiGauge.builder("gridcase.cases")
                .description("Cases at each stage")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${gridcase.desk.count-every:60s}")
    void count() {
        Map<Stage, Long> counted = new EnumMap<>(Stage.class);
        jdbc.sql("select stage, count(*) as cases from city_case group by stage")
                .query(row -> {
                    counted.put(Stage.valueOf(row.getString("stage")), row.getLong("cases"));
                });
        gauge.register(
                Arrays.stream(Stage.values())
                        .map(stage -> Row.of(Tags.of("stage", stage.name()), counted.getOrDefault(stage, 0L)))
                        .toList(),
                true);
    }
}
