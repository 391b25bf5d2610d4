package org.gridcase.clock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of clocks and their ledgers. Spelt out, because they are written with every move of a case. */
@Component
class ClockRows {
    private static final String POST = """
            with line as (
              insert into clock_entry (case_id, clock, kind, at, amount_ms, unit, actor, why, calendar)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?))
            insert into case_clock (case_id, clock, district, counting, state, lamp, budget_ms, consumed_ms,
              running_since, yellow_at, due_at, yellow_share, unit, extensions, suspended, late, exempt, started_at,
              stopped_at, calendar)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, clock) do update set counting = excluded.counting, state = excluded.state,
              lamp = excluded.lamp, budget_ms = excluded.budget_ms, consumed_ms = excluded.consumed_ms,
              running_since = excluded.running_since, yellow_at = excluded.yellow_at, due_at = excluded.due_at,
              yellow_share = excluded.yellow_share, unit = excluded.unit, extensions = excluded.extensions,
              suspended = excluded.suspended, late = excluded.late, exempt = excluded.exempt,
              started_at = excluded.started_at, stopped_at = excluded.stopped_at, calendar = excluded.calendar""";

    private final JdbcTemplate jdbc;

    ClockRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the ledger, and the clock as it stands after it. */
    record Post(CaseClock clock, Line line) {}

    /** @param kind of a posting, or a note that changes no counting by itself */
    record Line(
            String kind,
            Instant at,
            @Nullable Duration amount,
            String actor,
            @Nullable String why) {}

    List<CaseClock> of(CaseId id) {
        return jdbc.query(
                "select * from case_clock where case_id = ? order by started_at", ClockRows::read, id.value());
    }

    List<CaseClock> running(Collection<CaseId> ids) {
        return jdbc.query(
                "select * from case_clock where case_id = any(?) and state = 'RUNNING' order by started_at",
                ClockRows::read,
                (Object) ids.stream().map(CaseId::value).toArray(UUID[]::new));
    }

    void post(List<Post> posts) {
        jdbc.batchUpdate(POST, posts, Math.max(1, posts.size()), (statement, post) -> {
            CaseClock it = post.clock();
            Line line = post.line();
            var in = new Parameters(statement);
            in.put(it.id.value()).put(it.kind.name()).put(line.kind()).put(line.at());
            in.put(line.amount()).put(it.unit).put(line.actor()).put(line.why()).put(it.calendar);
            in.put(it.id.value()).put(it.kind.name()).put(it.district).put(it.counted.name());
            in.put(it.state.name()).put(it.lamp.name()).put(it.budget).put(it.consumed);
            in.put(it.runningSince).put(it.yellowAt).put(it.dueAt).put(it.yellowShare);
            in.put(it.unit).put(it.extensions).put(it.suspended).put(it.late).put(it.exempt);
            in.put(it.startedAt).put(it.stoppedAt).put(it.calendar);
        });
    }

    /** What was counted is as before by this version too. */
    void stillCounts(CaseClock it) {
        jdbc.update(
                "update case_clock set calendar = ? where case_id = ? and clock = ?",
                it.calendar,
                it.id.value(),
                it.kind.name());
    }

    /** What follows from the ledger, and nothing else. */
    void rewrite(CaseClock it) {
        jdbc.update(
                """
                        update case_clock set state = ?, lamp = ?, budget_ms = ?, consumed_ms = ?, running_since = ?,
                          yellow_at = ?, due_at = ?, late = ? where case_id = ? and clock = ?""",
                it.state.name(),
                it.lamp.name(),
                it.budget.toMillis(),
                it.consumed.toMillis(),
                utc(it.runningSince),
                utc(it.yellowAt),
                utc(it.dueAt),
                it.late,
                it.id.value(),
                it.kind.name());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    List<LedgerLine> ledger(CaseId id) {
        return jdbc.query(
                """
                        select clock, kind, at, amount_ms, unit, actor, why, calendar from clock_entry
                        where case_id = ? order by id""",
                (row, n) -> new LedgerLine(
                        Kind.valueOf(row.getString("clock")),
                        new Posting(
                                Posting.Kind.valueOf(row.getString("kind")),
                                row.getTimestamp("at").toInstant(),
                                Duration.ofMillis(row.getLong("amount_ms"))),
                        row.getString("unit"),
                        row.getString("actor"),
                        row.getString("why"),
                        row.getInt("calendar")),
                id.value());
    }

    static CaseClock read(ResultSet row, int n) throws SQLException {
        var it = new CaseClock(
                new CaseId(row.getObject("case_id", UUID.class)),
                Kind.valueOf(row.getString("clock")),
                row.getString("district"));
        it.counted = Counted.valueOf(row.getString("counting"));
        it.state = ClockState.State.valueOf(row.getString("state"));
        it.lamp = Lamp.valueOf(row.getString("lamp"));
        it.budget = Duration.ofMillis(row.getLong("budget_ms"));
        it.consumed = Duration.ofMillis(row.getLong("consumed_ms"));
        it.runningSince = instant(row, "running_since");
        it.yellowAt = instant(row, "yellow_at");
        it.dueAt = instant(row, "due_at");
        it.yellowShare = row.getDouble("yellow_share");
        it.unit = row.getString("unit");
        it.extensions = row.getInt("extensions");
        it.suspended = row.getBoolean("suspended");
        it.late = row.getBoolean("late");
        it.exempt = row.getBoolean("exempt");
        it.startedAt = row.getTimestamp("started_at").toInstant();
        it.stoppedAt = instant(row, "stopped_at");
        it.calendar = row.getInt("calendar");
        return it;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** One after the other. */
    private static final class Parameters {
        private final PreparedStatement statement;
        private int last;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        Parameters put(@Nullable Object value) throws SQLException {
            if (value instanceof Instant at) {
                statement.setObject(++last, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            } else if (value instanceof Duration amount) {
                statement.setLong(++last, amount.toMillis());
            } else if (value == null) {
                statement.setNull(++last, Types.NULL);
            } else {
                statement.setObject(++last, value);
            }
            return this;
        }
    }
}
