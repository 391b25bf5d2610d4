package org.gridcase.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gridcase.desk.CaseWalks;
import org.gridcase.desk.process.Consistency;
import org.gridcase.identity.Actors;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.Flow;
import org.gridcase.workflow.TaskInbox;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills the demo's largest city with staff and with open tasks. */
final class FullCity {
    static final String DISTRICT = "410102";
    private static final String SMALL_ADS = "M07001";

    /** Who asks. */
    static final Map<String, String> POSTS = new LinkedHashMap<>();

    static {
        POSTS.put("bench1", "worker of one grid");
        POSTS.put("worker", "worker of a district's grids");
        POSTS.put("bench-filing", "filing clerk");
        POSTS.put("bench-dispatch", "dispatcher");
        POSTS.put("bench-supervisor", "supervisor");
    }

    private final WholeApplication application;
    private final Flow flow;
    private final JdbcTemplate jdbc;

    FullCity(WholeApplication application, JdbcTemplate jdbc) {
        this.application = application;
        this.flow = application.part(Flow.class);
        this.jdbc = jdbc;
    }

    /** Beside the small demo city's, scopes as many as a city of thirteen million has; outlines take no part here. */
    void scopes() {
        jdbc.execute("""
                create table bench_place as
                select n, d || s || c || g as grid, d || s || c as community, d || s as street, d as district,
                  'U' || d as unit
                from (select n, (410102 + n % 12)::text as d, (500 + n / 12 % 18)::text as s,
                  (100 + n / 216 % 17)::text as c, (100 + n / 3672)::text as g from generate_series(0, 19581) n) x""");
        jdbc.execute("create unique index on bench_place (n)");
        List.of(
                        "district, '410100', district",
                        "unit, district, district",
                        "street, district, district",
                        "community, street, district",
                        "grid, community, district")
                .forEach(columns -> jdbc.execute("insert into scope (code, parent, district, name) select distinct "
                        + columns + ", '某处' from bench_place on conflict do nothing"));
    }

    /** Grid workers by turns on every grid, a leader for every street, twenty at each desk of each district. */
    void staff(int people) {
        jdbc.execute("""
                create table bench_post as
                  select row_number() over (order by turn, role, scope) as n, role, scope from (
                    select distinct 1 as turn, 'grid-leader' as role, street as scope from bench_place
                    union all select turn, role, d.code from generate_series(1, 20) turn,
                      unnest(array['filing-clerk', 'dispatcher', 'checker', 'supervisor', 'handler']) role,
                      scope d where d.code = d.district
                    union all select turn, 'grid-worker', grid from generate_series(1, 6) turn, bench_place) p""");
        jdbc.update("""
                insert into staff (id, name)
                select 'bench' || n, '员工' || n from generate_series(1, ? - (select count(*) from staff)::int) n""", people);
        jdbc.update("""
                insert into staff_grant (staff, role, scope)
                select 'bench' || p.n, p.role, p.scope from bench_post p join staff s on s.id = 'bench' || p.n""");
        person("bench-filing", "filing-clerk");
        person("bench-dispatch", "dispatcher");
        person("bench-supervisor", "supervisor");
        jdbc.update("delete from staff_grant where staff = 'bench1'");
        jdbc.update("""
                insert into staff_grant select 'bench1', 'grid-worker', min(grid) from bench_place where district = ?""", DISTRICT);
        jdbc.update("""
                insert into demo_account (staff, password)
                select s.id, d.password from staff s, demo_account d where s.id = 'bench1' and d.staff = 'worker'""");
    }

    private void person(String account, String role) {
        jdbc.update("insert into staff (id, name) values (?, ?)", account, account);
        jdbc.update("insert into staff_grant values (?, ?, ?)", account, role, DISTRICT);
        jdbc.update(
                "insert into demo_account (staff, password) select ?, password from demo_account where staff = 'worker'",
                account);
    }

    /** One case is walked to each task by the engine; all others are its rows again under other ids and places. */
    void tasks(int number) {
        Map<CaseId, Integer> shares = new LinkedHashMap<>();
        shares.put(waiting(SMALL_ADS), 55);
        shares.put(CaseWalks.reported(flow, "待立案"), 15);
        shares.put(CaseWalks.filed(flow, "待派遣"), 10);
        shares.put(CaseWalks.dispatched(flow, "待处置"), 15);
        shares.put(CaseWalks.handled(flow, "待核查"), 5);
        var copies = shares.keySet().stream().collect(Collectors.toMap(id -> id, id -> new CaseCopies(jdbc, id, flow)));
        int from = 1;
        for (var share : shares.entrySet()) {
            int some = number * share.getValue() / 100;
            Objects.requireNonNull(copies.get(share.getKey())).make(from, from + some - 1);
            from += some;
        }
        jdbc.execute("analyze");
        check(from - 1);
    }

    private CaseId waiting(String service) {
        CaseId id = flow.report("路边小广告", service).caseId();
        flow.run(id);
        return id;
    }

    /** The engine goes on with copies as with any case, and every case stands where its process does. */
    private void check(int copies) {
        var inbox = application.part(TaskInbox.class);
        var actors = application.part(Actors.class);
        int completed = 0;
        for (var task : inbox.of(actors.of("bench-filing"), 0, 20)) {
            inbox.complete(
                    actors.of("bench-filing"),
                    task.id(),
                    Flow.fields(
                            "outcome", "filed", "row", flow.facts(task.caseId()).proposedRow()));
            flow.run(task.caseId());
            completed += flow.hasTask("bench-dispatch", task.caseId()) ? 1 : 0;
        }
        List<?> differences = application.part(Consistency.class).differences();
        System.out.printf(
                "%,d copies; %d completed through the engine to their next task; %d differences between cases and processes%n",
                copies, completed, differences.size());
    }
}
