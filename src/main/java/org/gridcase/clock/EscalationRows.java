package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.gridcase.policy.EscalationStep;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Steps of escalation as rows, many at once. */
@Component
class EscalationRows {
    private static final String PLAN = """
            insert into clock_escalation (case_id, clock, run, extensions, lamp, step, role, channels, urgent, lit_at,
              due_at, state)
            select t.*, 'PLANNED' from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::integer[], ?::text[],
              ?::integer[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[]) as t
            on conflict do nothing""";

    /** The case is taken first, as every move does; what another node holds is its. */
    private static final String DUE = """
            select e.*, c.stage, c.service_code, c.unit, o.number, o.district, o.street, o.community, o.grid,
              k.state as clock_state, k.started_at, k.extensions as given, k.lamp as lit, k.due_at as deadline
            from clock_escalation e
            join city_case c on c.id = e.case_id
            join case_origin o on o.case_id = e.case_id
            left join case_clock k on k.case_id = e.case_id and k.clock = e.clock
            where e.state = 'PLANNED' and e.due_at <= ?
            order by e.due_at, e.id limit ? for update of c, e skip locked""";

    private final JdbcTemplate jdbc;

    EscalationRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A lamp that has just been lit, with what the table reads and what tells one run of a clock from another. */
    record Lit(LampLit told, int release, @Nullable String serviceCode, Instant run, int extensions) {}

    record Planned(Lit lit, int number, EscalationStep step) {}

    /**
     * A step that is due.
     *
     * @param hasMovedOn whether what it would tell of is over
     * @param stands whether its clock is paused for now
     */
    record Due(
            long id,
            CaseId caseId,
            Kind clock,
            Lamp lamp,
            String event,
            String role,
            String channels,
            boolean urgent,
            Instant deadline,
            boolean first,
            boolean hasMovedOn,
            boolean stands,
            String number,
            @Nullable String serviceCode,
            @Nullable String unit,
            String district,
            String street,
            String community,
            String grid) {}

    record Told(Due step, List<String> recipients) {}

    void plan(List<Planned> planned) {
        if (planned.isEmpty()) {
            return;
        }
        jdbc.update(
                PLAN,
                array(planned, it -> it.lit().told().id().value(), UUID[]::new),
                array(planned, it -> it.lit().told().clock().name(), String[]::new),
                array(planned, it -> text(it.lit().run()), String[]::new),
                array(planned, it -> it.lit().extensions(), Integer[]::new),
                array(planned, it -> it.lit().told().lamp().name(), String[]::new),
                array(planned, Planned::number, Integer[]::new),
                array(planned, it -> it.step().role(), String[]::new),
                array(planned, it -> it.step().channels(), String[]::new),
                array(planned, it -> it.step().urgent(), Boolean[]::new),
                array(planned, it -> text(it.lit().told().at()), String[]::new),
                array(
                        planned,
                        it -> text(
                                it.lit().told().at().plusSeconds(60L * it.step().minutes())),
                        String[]::new));
    }

    List<Due> due(Instant now, int most) {
        return jdbc.query(DUE, EscalationRows::due, utc(now), most);
    }

    void pass(List<Long> ids, Instant now) {
        if (!ids.isEmpty()) {
            jdbc.update(
                    "update clock_escalation set state = 'PASSED', at = ? where id = any(?)",
                    utc(now),
                    ids.toArray(Long[]::new));
        }
    }

    void wait(List<Long> ids, Instant until) {
        if (!ids.isEmpty()) {
            jdbc.update(
                    "update clock_escalation set due_at = ? where id = any(?)", utc(until), ids.toArray(Long[]::new));
        }
    }

    void told(List<Told> told, Instant now) {
        jdbc.update(
                """
                update clock_escalation e set state = 'TOLD', at = ?, recipients = string_to_array(t.told, E'\\n')
                from unnest(?::bigint[], ?::text[]) as t (id, told) where e.id = t.id""",
                utc(now),
                array(told, it -> it.step().id(), Long[]::new),
                array(told, it -> String.join("\n", it.recipients()), String[]::new));
    }

    private static Due due(ResultSet row, int n) throws SQLException {
        Instant run = row.getTimestamp("run").toInstant();
        Instant started = ClockRows.instant(row, "started_at");
        Instant deadline = ClockRows.instant(row, "deadline");
        Instant lit = row.getTimestamp("lit_at").toInstant();
        Instant due = row.getTimestamp("due_at").toInstant();
        String state = row.getString("clock_state");
        boolean movedOn = !run.equals(started)
                || row.getInt("extensions") != row.getInt("given")
                || "STOPPED".equals(state)
                || !row.getString("lamp").equals(row.getString("lit"));
        String event = "clock/" + row.getString("case_id") + "/" + row.getString("clock") + "/" + run.toEpochMilli()
                + "/" + row.getInt("extensions") + "/" + row.getString("lamp") + "/"
                + (due.getEpochSecond() - lit.getEpochSecond());
        return new Due(
                row.getLong("id"),
                new CaseId(row.getObject("case_id", UUID.class)),
                Kind.valueOf(row.getString("clock")),
                Lamp.valueOf(row.getString("lamp")),
                event,
                row.getString("role"),
                row.getString("channels"),
                row.getBoolean("urgent"),
                deadline == null ? lit : deadline,
                due.equals(lit),
                movedOn,
                "PAUSED".equals(state),
                row.getString("number"),
                row.getString("service_code"),
                row.getString("unit"),
                row.getString("district"),
                row.getString("street"),
                row.getString("community"),
                row.getString("grid"));
    }

    private static <S, T> T[] array(List<S> rows, Function<S, T> value, IntFunction<T[]> of) {
        return rows.stream().map(value).toArray(of);
    }

    private static String text(Instant at) {
        return utc(at).toString();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
