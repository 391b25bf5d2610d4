package org.gridcase.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gridcase.database.DurableServer;
import org.gridcase.testing.Flow;
import org.gridcase.testing.SecondNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how late lamps are lit when many clocks run out within the same minute: by one node, then by two that share the
 * database. A trigger notes every lighting, so that one lit twice is seen. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=LampBenchmark}
 */
class LampBenchmark {
    private static final int CLOCKS = Integer.getInteger("bench.clocks", 10_000);
    private static final int PATIENCE_MINUTES = 10;

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder.resolve("server"))) {
            String database = server.newDatabase("city");
            try (var application = new WholeApplication(database, folder.resolve("city"))) {
                var jdbc = application.part(JdbcTemplate.class);
                var flow = application.part(Flow.class);
                flow.report("路面塌陷", WholeApplication.COLLAPSE);
                watch(jdbc);
                run("one node", jdbc);
                try (var second = SecondNode.start(List.of(
                        "--spring.datasource.url=" + database,
                        "--gridcase.data-dir=" + folder.resolve("second"),
                        "--server.port=0",
                        "--logging.level.root=warn"))) {
                    run("two nodes", jdbc);
                }
            }
        }
    }

    private static void watch(JdbcTemplate jdbc) {
        jdbc.execute(
                "create table bench_lit (case_id uuid, lamp text, due timestamptz, at timestamptz, backend inet, port int)");
        jdbc.execute("""
                create function bench_note() returns trigger language plpgsql as $$
                begin
                  insert into bench_lit values (new.case_id, new.lamp,
                    case new.lamp when 'RED' then new.due_at else new.yellow_at end, clock_timestamp(),
                    inet_client_addr(), inet_client_port());
                  return null;
                end $$""");
        jdbc.execute("""
                create trigger bench_note after update of lamp on case_clock for each row
                when (old.lamp <> new.lamp) execute function bench_note()""");
    }

    /** Cases without a process: what is measured is the clocks' part. */
    private static void run(String name, JdbcTemplate jdbc) {
        jdbc.execute("truncate bench_lit");
        jdbc.update("""
                create table bench_new as
                  select uuidv7() as id, now() + interval '20 seconds' + random() * interval '60 seconds' as due
                  from generate_series(1, %d)""".formatted(CLOCKS));
        jdbc.update("""
                insert into case_origin (case_id, number, channel, description, longitude, latitude, district, street,
                  community, grid, reported_at, tracking_hash, words)
                select n.id, 'B-' || n.id, channel, 'x', longitude, latitude, district, street, community, grid,
                  reported_at, decode(md5(n.id::text), 'hex'), '{}' from bench_new n, (select * from case_origin limit 1) o""");
        jdbc.update("""
                insert into city_case (id, stage, district, returns, reworks, reopened, release, moved_at, version)
                select n.id, 'HANDLING', o.district, 0, 0, 0, 1, now(), 0
                from bench_new n, (select * from case_origin limit 1) o""");
        jdbc.update("""
                insert into case_clock (case_id, clock, district, counting, state, lamp, budget_ms, consumed_ms,
                  running_since, yellow_at, due_at, yellow_share, late, started_at, calendar)
                select n.id, 'HANDLING', o.district, 'CONTINUOUS', 'RUNNING', 'YELLOW', 3600000, 0, n.due - interval '1 hour',
                  n.due - interval '12 minutes', n.due, 0.8, false, n.due - interval '1 hour',
                  (select max(version) from calendar_version)
                from bench_new n, (select * from case_origin limit 1) o""");
        jdbc.execute("analyze case_clock");
        jdbc.execute("drop table bench_new");
        long started = System.nanoTime();
        while (lit(jdbc) < CLOCKS && System.nanoTime() - started < TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES)) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        jdbc.query("""
                select count(*) as all, count(*) - count(distinct case_id) as twice, count(distinct port) as connections,
                  percentile_disc(0.5) within group (order by at - due) as p50,
                  percentile_disc(0.99) within group (order by at - due) as p99, max(at - due) as max
                from bench_lit where lamp = 'RED'""", row -> {
            System.out.printf(
                    "%-10s %,d clocks within 60 s: %,d lit, %d twice, p50 %s, p99 %s, latest %s (%d connections)%n",
                    name,
                    CLOCKS,
                    row.getLong("all"),
                    row.getLong("twice"),
                    row.getString("p50"),
                    row.getString("p99"),
                    row.getString("max"),
                    row.getInt("connections"));
        });
    }

    private static long lit(JdbcTemplate jdbc) {
        return jdbc.queryForObject("select count(*) from bench_lit where lamp = 'RED'", Long.class);
    }
}
