package org.gridcase.desk.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much the engine has before it, and what it has given up. */
@Component
class EngineMeters implements MeterBinder {
    private final JdbcClient jdbc;

    EngineMeters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(
                meters,
                "gridcase.jobs.due",
                "Jobs that could run now",
                "select count(*) from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= now())");
        gauge(meters, "gridcase.jobs.failed", "Jobs given up", "select count(*) from act_ru_job where retries_ = 0");
        gauge(meters, "gridcase.incidents", "Open incidents", "select count(*) from act_ru_incident");
    }

    private void gauge(MeterRegistry meters, String name, String what, String sql) {
        Gauge.builder(name, () -> jdbc.sql(sql).query(Long.class).single())
                .description(what)
                .register(meters);
    }
}
