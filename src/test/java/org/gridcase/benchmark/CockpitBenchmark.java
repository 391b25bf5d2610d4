package org.gridcase.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.gridcase.clock.DueCounts;
import org.gridcase.database.DurableServer;
import org.gridcase.testing.Http;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long supervisors wait for each figure of the Cockpit in a city of 200,000 open cases and five million that
 * have ended, over HTTP, one asker at a time: whoever sees the whole city, and whoever sees one district. Not part of the
 * suite: {@code ./mvnw -q test -Djacoco.skip -Dtest=CockpitBenchmark}; smaller with {@code -Dbench.open} and
 * {@code -Dbench.ended}.
 */
class CockpitBenchmark {
    private static final int OPEN = Integer.getInteger("bench.open", 200_000);
    private static final int ENDED = Integer.getInteger("bench.ended", 5_000_000);
    private static final int ASKS = Integer.getInteger("bench.asks", 40);
    private static final int STAFF = Integer.getInteger("bench.staff", 2_000);
    private static final int WARM_UP = 5;
    private static final int SLICE = 250_000;

    /** Two years of them. */
    private static final String WHEN = "now() - interval '730 days' * (n::double precision / ?) - interval '1 hour'";

    private static final List<String> ENDED_ROWS = List.of("""
            insert into case_origin (case_id, number, channel, description, longitude, latitude, district, street, community,
              grid, reported_at, tracking_hash, words)
            select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'GC20240101-' || (10000000 + n),
              'resident', '路边有情况', 113.6, 34.75, p.district, p.street, p.community, p.grid,
              %1$s - interval '1 hour' * (1 + n %% 60), decode(md5(n::text) || md5(n || 'y'), 'hex'), '{}'
            from generate_series(?, ?) n join bench_lot p on p.lot = n %% 19582""", """
            insert into city_case (id, stage, district, service_code, unit, returns, reworks, reopened, release, filed_at,
              due_at, yellow_at, late, moved_at, closed_at, version)
            select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'CLOSED', p.district,
              (array['M06010', 'M06012', 'M07001', 'M06013', 'L01001', 'M06014', 'M09005', 'M06042'])[1 + n %% 8],
              'U' || p.district, 0, 0, 0, 1, %1$s, %1$s + interval '1 hour' * (n %% 11 - 2), %1$s, n %% 11 < 1, %1$s, %1$s, 9
            from generate_series(?, ?) n join bench_lot p on p.lot = n %% 19582""", """
            insert into case_clock (case_id, clock, district, counting, state, lamp, budget_ms, consumed_ms, yellow_share,
              late, exempt, started_at, stopped_at, calendar)
            select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'HANDLING', p.district, 'WORKING',
              'STOPPED', 'GREEN', 14400000, 7200000, 0.8, n %% 11 < 1, n %% 110 = 0, %1$s - interval '5 hours', %1$s, 1
            from generate_series(?, ?) n join bench_lot p on p.lot = n %% 19582""", """
            insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,
              end_time_, duration_, tenant_id_, state_)
            select 'ended' || n, 'ended' || n, '00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'), 'case-handling',
              (select max(proc_def_id_) from act_hi_procinst where proc_def_key_ = 'case-handling'),
              %1$s - interval '5 hours', %1$s, 18000000, p.district, 'COMPLETED'
            from generate_series(?, ?) n join bench_lot p on p.lot = n %% 19582""", """
            insert into act_hi_actinst (id_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_,
              end_time_, duration_, act_inst_state_, tenant_id_)
            select act || n, (select max(proc_def_id_) from act_hi_procinst where proc_def_key_ = 'case-handling'),
              'ended' || n, 'ended' || n, act, 'userTask', %1$s - interval '5 hours', %1$s, 1000 * (n %% 9000), 4, p.district
            from generate_series(?, ?) n join bench_lot p on p.lot = n %% 19582,
              unnest(array['fileCase', 'dispatchCase', 'handleCase', 'checkOnSite']) act""");

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder.resolve("server"));
                var application = new WholeApplication(
                        server.newDatabase("city"),
                        folder.resolve("city"),
                        "--camunda.bpm.job-execution.enabled=false",
                        "--gridcase.clock.sweep=1h")) {
            var jdbc = application.part(JdbcTemplate.class);
            var full = new FullCity(application, jdbc);
            full.scopes();
            full.staff(STAFF);
            full.tasks(OPEN);
            spread(jdbc);
            ended(jdbc);
            Duration remade = time(application.part(DueCounts.class)::remake);
            jdbc.execute("vacuum analyze");
            System.out.printf(
                    "%n%,d open and %,d ended cases, %,d counts, made anew in %d s; %d asks each; milliseconds%n",
                    count(jdbc, "open_case"),
                    count(jdbc, "city_case") - count(jdbc, "open_case"),
                    count(jdbc, "due_count"),
                    remade.toSeconds(),
                    ASKS);
            System.out.printf("%-16s %-44s %8s %8s %10s%n", "who", "what", "p50", "p95", "answer");
            ask(application.part(WebApps.class), jdbc);
        }
    }

    /** Some overdue, some nearly, most in time; their tasks say the same. */
    private static void spread(JdbcTemplate jdbc) {
        jdbc.execute("""
                update city_case set due_at = now() + interval '96 hours' * (hashtext(id::text) % 1000 / 1000.0 * 0.6 + 0.4),
                  yellow_at = now() + interval '96 hours' * (hashtext(id::text) % 1000 / 1000.0 * 0.6 + 0.4) - interval '6 hours'
                where stage not in ('CLOSED', 'ANNULLED', 'JOINED')""");
        jdbc.execute("""
                update case_clock k set due_at = c.due_at, yellow_at = c.yellow_at from city_case c
                where c.id = k.case_id and k.state = 'RUNNING'""");
        jdbc.execute("""
                update act_ru_task t set due_date_ = o.due_at, priority_ = case
                    when o.due_at < now() then 70 when o.yellow_at < now() then 60 else 50 end
                from act_ru_execution e join open_case o on o.case_id::text = e.business_key_
                where t.proc_inst_id_ = e.id_""");
    }

    private static void ended(JdbcTemplate jdbc) {
        jdbc.execute("create view bench_lot as select n as lot, district, street, community, grid from bench_place");
        jdbc.execute("alter table city_case disable trigger follow_city_case");
        for (int from = 1; from <= ENDED; from += SLICE) {
            for (String rows : ENDED_ROWS) {
                String sql = rows.formatted(WHEN.replace("?", String.valueOf(ENDED)));
                jdbc.update(sql, from, Math.min(ENDED, from + SLICE - 1));
            }
        }
        jdbc.execute("alter table city_case enable trigger follow_city_case");
    }

    private static long count(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private static Duration time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void ask(WebApps webApps, JdbcTemplate jdbc) {
        String definition = jdbc.queryForObject("select max(proc_def_id_) from act_ru_task", String.class);
        String street =
                jdbc.queryForObject("select min(street) from open_case where district = '410102'", String.class);
        List<String> paths = List.of(
                "/lamps",
                "/lamps?kind=M07",
                "/open?lamp=RED&most=10",
                "/open",
                "/open?stage=HANDLING",
                "/open?kind=L01001&lamp=YELLOW",
                "/open?street=" + street,
                "/trend?days=30",
                "/trend?days=91",
                "/trend?days=30&kind=M06",
                "/trend?days=91&kind=M06",
                "/trend?days=91&street=" + street,
                "/elements?definition=" + Http.encode(definition),
                "/ended",
                "/ended?outcome=LATE",
                "/ended?outcome=EXEMPT",
                "/ended?kind=L01001&street=" + street,
                "/choices");
        for (String account : List.of("analyst", "supervisor")) {
            Http.Caller caller = webApps.staff(account);
            for (String path : paths) {
                measure(account, path, () -> caller.get("/work/deadlines" + path));
            }
            String next =
                    caller.get("/work/deadlines/ended").json().path("next").asText();
            measure(account, "/ended, next page", () -> caller.get("/work/deadlines/ended?after=" + Http.encode(next)));
        }
    }

    private static void measure(String who, String what, Supplier<Http.Answer> question) {
        long[] times = new long[ASKS];
        Http.Answer answer = question.get();
        for (int i = 1; i < WARM_UP; i++) {
            answer = question.get();
        }
        for (int i = 0; i < ASKS; i++) {
            long start = System.nanoTime();
            answer = question.get();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-16s %-44s %8.1f %8.1f %10s%n",
                who,
                what.length() > 44 ? what.substring(0, 44) : what,
                times[ASKS / 2] / 1e6,
                times[Math.min(ASKS - 1, ASKS * 95 / 100)] / 1e6,
                answer.status() + " " + answer.body().length() + "c");
    }
}
