package org.gridcase.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.gridcase.testing.Flow;
import org.gridcase.testing.Http;
import org.gridcase.testing.WebApps;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how long supervisors wait for each figure of the Cockpit in a city whose past has been written, over HTTP, one
 * asker at a time: whoever sees the whole city, and whoever sees one district. Adds 200,000 open cases to it, and what the
 * engine would remember of a year's ended ones. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=CockpitBenchmark -Dbench.past=FOLDER}
 */
class CockpitBenchmark {
    private static final int OPEN = Integer.getInteger("bench.open", 200_000);
    private static final int ENDED = Integer.getInteger("bench.ended", 5_000_000);
    private static final int ASKS = Integer.getInteger("bench.asks", 40);
    private static final String PAST = System.getProperty("bench.past");

    private static final String PLACES = """
            create table bench_place as
            select row_number() over (order by code) - 1 as n, code as grid, left(code, 12) as community,
              left(code, 9) as street, left(code, 6) as district,
              (select min(u.code) from unit u where u.district = left(a.code, 6)) as unit
            from area a where level = 'GRID'""";

    private static final List<String> REMEMBERED = List.of("""
            insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_,
              end_time_, duration_, tenant_id_, state_)
            select 'ended' || id, 'ended' || id, id::text, 'case-handling',
              (select max(proc_def_id_) from act_hi_procinst where proc_def_key_ = 'case-handling'),
              closed_at - interval '5 hours', closed_at, 18000000, district, 'COMPLETED'
            from city_case where stage = 'CLOSED' and closed_at > now() - interval '365 days'""", """
            insert into act_hi_actinst (id_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_, start_time_,
              end_time_, duration_, act_inst_state_, tenant_id_)
            select left(act, 4) || p.id_, p.proc_def_id_, p.id_, p.id_, act, 'userTask', p.start_time_, p.end_time_,
              1000 * (abs(hashtext(p.id_)) % 9000), 4, p.tenant_id_
            from act_hi_procinst p,
              unnest(array['fileCase', 'dispatchCase', 'handleCase', 'checkOnSite']) act
            where p.id_ like 'ended%'""");

    @Test
    void print() {
        try (var application = new WholeApplication(
                Path.of(PAST),
                "--gridcase.demo.city=city",
                "--camunda.bpm.job-execution.enabled=false",
                "--gridcase.clock.sweep=1h")) {
            var jdbc = application.part(JdbcTemplate.class);
            if (count(jdbc, "open_case") < OPEN) {
                jdbc.execute("drop table if exists bench_place");
                jdbc.execute(PLACES);
                jdbc.execute("create unique index on bench_place (n)");
                post(application.part(Flow.class), jdbc);
                new FullCity(application, jdbc).tasks(OPEN);
                spread(jdbc);
                REMEMBERED.forEach(jdbc::execute);
            }
            topUp(jdbc, ENDED - (int) (count(jdbc, "city_case") - count(jdbc, "open_case")));
            jdbc.execute("vacuum analyze");
            System.out.printf(
                    "%n%,d open and %,d ended cases, %,d counts; %d asks each; milliseconds%n",
                    count(jdbc, "open_case"),
                    count(jdbc, "city_case") - count(jdbc, "open_case"),
                    count(jdbc, "due_count"),
                    ASKS);
            System.out.printf("%-16s %-44s %8s %8s %10s%n", "who", "what", "p50", "p95", "answer");
            ask(application.part(WebApps.class), jdbc);
        }
    }

    /** The demo's staff also where the cases lie that are walked. */
    private static void post(Flow flow, JdbcTemplate jdbc) {
        String here =
                flow.facts(flow.report("路面塌陷", "L01001").caseId()).location().district();
        jdbc.update("""
                insert into staff_grant (staff, role, scope)
                select v.staff, v.role, ? from (values ('filing', 'filing-clerk'), ('dispatch', 'dispatcher'),
                  ('checker', 'checker')) v (staff, role)
                union all select 'handler', 'handler', code from unit where district = ? on conflict do nothing""", here, here);
    }

    /** So many of the ended cases once more, under other ids. */
    private static void topUp(JdbcTemplate jdbc, int missing) {
        if (missing <= 0) {
            return;
        }
        jdbc.execute("create table bench_again as select id from city_case where stage = 'CLOSED' limit " + missing);
        for (String table : List.of("case_origin", "city_case", "case_clock")) {
            String key = table.equals("city_case") ? "id" : "case_id";
            String columns = jdbc.queryForObject("""
                    select string_agg('r.' || quote_ident(column_name), ', ' order by ordinal_position)
                    from information_schema.columns where table_name = ? and table_schema = current_schema()
                      and is_identity = 'NO' and is_generated = 'NEVER'""", String.class, table);
            jdbc.execute("""
                    insert into %1$s (%2$s) select %3$s from bench_again a join %1$s was on was.%4$s = a.id,
                    lateral jsonb_populate_record(was, jsonb_build_object('%4$s', md5(a.id::text)::uuid%5$s)) r""".formatted(
                            table,
                            columns.replace("r.", ""),
                            columns,
                            key,
                            table.equals("case_origin") ? ", 'number', 'B' || was.number, 'tracking_hash', null" : ""));
        }
        jdbc.execute("drop table bench_again");
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

    private static long count(JdbcTemplate jdbc, String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
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
        var waits = Waits.of(question, ASKS);
        System.out.printf(
                Locale.ROOT,
                "%-16s %-44s %8.1f %8.1f %10s%n",
                who,
                what.length() > 44 ? what.substring(0, 44) : what,
                waits.at(50),
                waits.at(95),
                waits.answer());
    }
}
