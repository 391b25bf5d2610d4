package org.gridcase.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gridcase.clock.TimeMove;
import org.gridcase.clock.TimeRequests;
import org.gridcase.database.DurableServer;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.testing.SecondNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how late clocks go on when many suspensions end within the same minute, each by a timer of its process: by one
 * node, then by two that share the database. Each is a case of its own with its processes. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=ResumeBenchmark}
 */
class ResumeBenchmark {
    private static final int TIMERS = Integer.getInteger("bench.timers", 10_000);
    private static final int PATIENCE_MINUTES = 15;

    @TempDir
    Path folder;

    private int made;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder.resolve("server"))) {
            String database = server.newDatabase("city");
            try (var application = new WholeApplication(database, folder.resolve("city"))) {
                var jdbc = application.part(JdbcTemplate.class);
                CaseId id = suspended(application);
                jdbc.execute("""
                        create table bench_place as select row_number() over (order by code) - 1 as n, code as grid,
                          left(code, 12) as community, left(code, 9) as street, left(code, 6) as district,
                          (select unit from time_request) as unit
                        from area where level = 'GRID' and code like '410102%'""");
                var copies = new CaseCopies(jdbc, id, application.part(Flow.class));
                run("one node", id, copies, jdbc);
                try (var second = SecondNode.start(List.of(
                        "--spring.datasource.url=" + database,
                        "--gridcase.data-dir=" + folder.resolve("second"),
                        "--server.port=0",
                        "--logging.level.root=warn"))) {
                    run("two nodes", id, copies, jdbc);
                }
            }
        }
    }

    private static CaseId suspended(WholeApplication application) {
        var flow = application.part(Flow.class);
        CaseId id = flow.report("管线权属未定", WholeApplication.COLLAPSE).caseId();
        String filing = flow.awaitTask("filing", id).id();
        flow.completeNow(
                "filing",
                filing,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        String dispatch = flow.awaitTask("dispatch", id).id();
        flow.completeNow(
                "dispatch",
                dispatch,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        flow.awaitTask("handler", id);
        application.part(TimeRequests.class).ask(id, TimeMove.SUSPENSION, 300, "等移交", "handler");
        flow.completeNow("supervisor", flow.awaitTask("supervisor", id).id(), "outcome", "granted");
        return id;
    }

    private void run(String name, CaseId first, CaseCopies copies, JdbcTemplate jdbc) {
        copies.make(made + 1, made + TIMERS);
        made += TIMERS;
        jdbc.execute("analyze");
        jdbc.update("""
                update time_request set until = now() + interval '20 seconds' + random() * interval '60 seconds'
                where over_at is null and case_id <> ?""", first.value());
        jdbc.execute("""
                update act_ru_job j set duedate_ = r.until from time_request r
                where j.handler_type_ = 'timer-intermediate-transition' and r.over_at is null
                  and exists (select from act_ru_execution e where e.id_ = j.process_instance_id_
                    and e.business_key_ = r.case_id::text)""");
        long started = System.nanoTime();
        while (waiting(jdbc) > 0 && System.nanoTime() - started < TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        jdbc.query("""
                select count(*) as all, count(*) - count(distinct v.case_id) as twice,
                  percentile_disc(0.5) within group (order by v.at - r.until) as p50,
                  percentile_disc(0.99) within group (order by v.at - r.until) as p99, max(v.at - r.until) as max,
                  round(count(*) / extract(epoch from max(v.at) - min(v.at))) as rate
                from case_event v join time_request r using (case_id)
                where v.move = 'RESUME' and r.until > now() - interval '30 minutes'""", row -> {
            System.out.printf(
                    "%-10s %,d timers within 60 s: %,d went on, %d twice, p50 %s, p99 %s, latest %s, %s a second%n",
                    name,
                    TIMERS,
                    row.getLong("all"),
                    row.getLong("twice"),
                    row.getString("p50"),
                    row.getString("p99"),
                    row.getString("max"),
                    row.getString("rate"));
        });
        jdbc.execute("update time_request set until = until - interval '1 day' where over_at is not null");
    }

    private static long waiting(JdbcTemplate jdbc) {
        return jdbc.queryForObject(
                "select count(*) from time_request where over_at is null and until < now() + interval '1 hour'",
                Long.class);
    }
}
