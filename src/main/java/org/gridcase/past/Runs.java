package org.gridcase.past;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one past of a database: begun only where there is no case, gone on with only as it was begun. */
@Component
class Runs {
    private static final long LOCK = 7_037_001;

    private final JdbcClient jdbc;
    private final Aside aside;
    private final Clock clock;
    private final ZoneId zone;

    Runs(JdbcClient jdbc, Aside aside, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.aside = aside;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param ended whether all of it is written */
    record Run(long seed, LocalDate firstDay, LocalDate untilDay, int casesPerDay, int release, boolean ended) {

        boolean isAskedFor(Wanted wanted) {
            return (wanted.until() == null || untilDay.equals(wanted.until()))
                    && seed == wanted.seed()
                    && casesPerDay == wanted.casesPerDay()
                    && firstDay.equals(wanted.first(untilDay));
        }

        @Override
        public String toString() {
            return "%s to %s, %d cases a day, seed %d".formatted(firstDay, untilDay.minusDays(1), casesPerDay, seed);
        }
    }

    /**
     * Begins a past, or goes on with the same.
     *
     * @param release in force, under which a new one is told
     * @throws PastRefused if there are cases that are not of it, or it is another one, or it is written
     */
    @Transactional
    Run begin(Wanted wanted, int release) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> 0)
                .list();
        Optional<Run> there = find();
        long cases =
                jdbc.sql("select count(*) from city_case").query(Long.class).single();
        if (there.isEmpty()) {
            return begin(wanted, release, cases);
        }
        Run run = there.get();
        if (!run.isAskedFor(wanted)) {
            throw PastRefused.other(run.toString());
        }
        if (run.ended()) {
            throw PastRefused.written(run.toString());
        }
        if (cases != written()) {
            throw PastRefused.mixed(cases, written());
        }
        return run;
    }

    private Run begin(Wanted wanted, int release, long cases) {
        if (cases > 0) {
            throw PastRefused.cases(cases);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate until = Objects.requireNonNullElse(wanted.until(), today);
        if (until.isAfter(today)) {
            throw PastRefused.day(until.toString());
        }
        var run = new Run(wanted.seed(), wanted.first(until), until, wanted.casesPerDay(), release, false);
        jdbc.sql("""
                        insert into past_run (seed, first_day, until_day, cases_per_day, release, begun_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(List.of(
                        run.seed(),
                        run.firstDay(),
                        run.untilDay(),
                        run.casesPerDay(),
                        release,
                        clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
        aside.step();
        return run;
    }

    Optional<Run> find() {
        return jdbc.sql("select seed, first_day, until_day, cases_per_day, release, ended_at is not null from past_run")
                .query((row, n) -> new Run(
                        row.getLong(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6)))
                .optional();
    }

    /** How many cases it has so far. */
    long written() {
        return jdbc.sql("select coalesce(sum(cases), 0) from past_day")
                .query(Long.class)
                .single();
    }

    Set<LocalDate> days() {
        return new HashSet<>(jdbc.sql("select day from past_day")
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list());
    }

    /** In the transaction that writes its cases. */
    void written(LocalDate day, int cases) {
        jdbc.sql("insert into past_day (day, cases, written_at) values (?, ?, ?)")
                .params(List.of(day, cases, clock.instant().atOffset(ZoneOffset.UTC)))
                .update();
    }

    /** New cases get numbers after those of the past. */
    @Transactional
    void end(long numbers) {
        jdbc.sql("select setval('case_number', greatest(?, (select last_value from case_number)))")
                .param(numbers)
                .query((row, n) -> 0)
                .list();
        jdbc.sql("update past_run set ended_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
