package org.gridcase.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gridcase.shared.CaseId;
import org.gridcase.testing.CityTest;
import org.gridcase.testing.Flow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets the lamps of many cases turn red at the same moment and prints how long the running sweep takes to light them and
 * to tell all that is due at once, and for how long a case's row was held at most. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=EscalationBenchmark -Dbench.cases=10000}
 */
@CityTest
class EscalationBenchmark {
    private static final int CASES = Integer.getInteger("bench.cases", 10_000);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration OFTEN = Duration.ofMillis(100);

    @Autowired
    Flow flow;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void print() {
        CaseId id = handled();
        places(flow.facts(id).unit());
        new CaseCopies(jdbc, id, flow).make(1, CASES);
        jdbc.update("""
                insert into case_clock (case_id, clock, district, counting, state, lamp, budget_ms, consumed_ms,
                  running_since, yellow_at, due_at, yellow_share, unit, late, started_at, calendar)
                select c.id, k.clock, k.district, k.counting, k.state, 'GREEN', k.budget_ms, k.consumed_ms, k.running_since,
                  now() + interval '1 day', now() + interval '1 day', k.yellow_share, k.unit, false, k.started_at, k.calendar
                from city_case c, case_clock k where k.case_id = ? and k.clock = 'HANDLING'
                on conflict do nothing""", id.value());
        jdbc.execute("analyze");
        jdbc.update("delete from notice");
        jdbc.update("delete from clock_escalation");

        jdbc.update(
                "update case_clock set yellow_at = now(), due_at = now() where clock = 'HANDLING' and state = 'RUNNING'");
        Instant begun = Instant.now();
        until(() -> jdbc.queryForObject(
                        "select count(*) from case_clock where clock = 'HANDLING' and lamp <> 'RED'", Integer.class)
                == 0);
        Duration lit = Duration.between(begun, Instant.now());
        Duration held = Duration.ZERO;
        Instant end = begun.plus(PATIENCE);
        while (due() > 0 && Instant.now().isBefore(end)) {
            Instant asked = Instant.now();
            jdbc.query("select id from city_case where id = ? for update", row -> {}, id.value());
            Duration waited = Duration.between(asked, Instant.now());
            held = waited.compareTo(held) > 0 ? waited : held;
            LockSupport.parkNanos(OFTEN.toNanos());
        }
        Duration told = Duration.between(begun, Instant.now());
        System.out.printf(
                "%,d lamps lit in %,d ms; %,d steps told and %,d notices written after %,d ms; longest wait for a case %,d ms%n",
                CASES,
                lit.toMillis(),
                count("clock_escalation where state = 'TOLD'"),
                count("notice"),
                told.toMillis(),
                held.toMillis());
    }

    private int due() {
        return count("clock_escalation where state = 'PLANNED' and due_at <= now()");
    }

    private int count(String what) {
        return jdbc.queryForObject("select count(*) from " + what, Integer.class);
    }

    private static void until(BooleanSupplier done) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(OFTEN.toNanos());
        }
    }

    private void places(String unit) {
        jdbc.execute("drop table if exists bench_place");
        jdbc.update("""
                create table bench_place as
                select row_number() over (order by g.code) - 1 as n, g.code as grid, left(g.code, 12) as community,
                  left(g.code, 9) as street, left(g.code, 6) as district, '%s' as unit
                from area g where g.level = 'GRID' and g.code like '410102%%'""".formatted(unit));
    }

    private CaseId handled() {
        CaseId id = flow.report("东风路口路面塌了一个坑", "C01002").caseId();
        flow.run(id);
        flow.complete(
                "filing",
                id,
                "outcome",
                "filed",
                "row",
                String.valueOf(flow.facts(id).proposedRow()));
        flow.complete(
                "dispatch",
                id,
                "outcome",
                "dispatched",
                "unit",
                String.valueOf(flow.facts(id).proposedUnit()));
        return id;
    }
}
