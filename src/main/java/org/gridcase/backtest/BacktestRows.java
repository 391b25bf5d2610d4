package org.gridcase.backtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.backtest.Backtest.Figures;
import org.gridcase.backtest.Backtest.State;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Backtests and what they found, as rows. */
@Component
class BacktestRows {
    /** Any number, the same on every node. */
    private static final long LOCK = 0x6261_636b_7465_7374L;

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BacktestRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps other beginners out until this transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .single();
    }

    void add(Backtest it) {
        jdbc.sql("""
                        insert into backtest (id, draft, files_sha256, days, district, classes, since, until, state, asked_by,
                          begun_at, beat_at, steps)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, now(), ?)""")
                .params(
                        it.id(),
                        it.draft(),
                        it.filesSha256(),
                        it.over().days(),
                        it.over().district(),
                        it.over().classes(),
                        it.since().atOffset(ZoneOffset.UTC),
                        it.until().atOffset(ZoneOffset.UTC),
                        it.askedBy(),
                        it.begunAt().atOffset(ZoneOffset.UTC),
                        it.steps())
                .update();
    }

    Optional<Backtest> find(UUID id) {
        return jdbc.sql("select * from backtest where id = ?")
                .param(id)
                .query(BacktestRows::read)
                .optional();
    }

    /** The newest first. */
    List<Backtest> of(UUID draft, int most) {
        return jdbc.sql("select * from backtest where draft = ? order by begun_at desc, id desc limit ?")
                .params(draft, most)
                .query(BacktestRows::read)
                .list();
    }

    int running() {
        return jdbc.sql("select count(*) from backtest where state = 'RUNNING'")
                .query(Integer.class)
                .single();
    }

    boolean isRunning(UUID draft) {
        return jdbc.sql("select exists (select from backtest where draft = ? and state = 'RUNNING')")
                .param(draft)
                .query(Boolean.class)
                .single();
    }

    /**
     * Says that it goes on.
     *
     * @return whether it may
     */
    boolean beat(UUID id, int done) {
        return jdbc.sql("""
                        update backtest set beat_at = now(), done = ? where id = ? and state = 'RUNNING'
                        returning not stop_asked""").params(done, id).query(Boolean.class).optional().orElse(false);
    }

    void askToStop(UUID id) {
        jdbc.sql("update backtest set stop_asked = true where id = ? and state = 'RUNNING'")
                .param(id)
                .update();
    }

    /** @return whether it was running till then */
    boolean end(UUID id, State state) {
        return jdbc.sql("update backtest set state = ?, ended_at = now() where id = ? and state = 'RUNNING'")
                        .params(state.name(), id)
                        .update()
                > 0;
    }

    /** Those whose nodes have said nothing for so long. */
    int lose(Duration silence) {
        return jdbc.sql("""
                        update backtest set state = 'LOST', ended_at = now()
                        where state = 'RUNNING' and beat_at < now() - make_interval(secs => ?)""").param(silence.toMillis() / 1000.0).update();
    }

    /** @return whether it was running till then; if not, nothing is written */
    boolean finish(UUID id, Figures it) {
        return jdbc.sql("""
                        update backtest set state = 'DONE', ended_at = now(), done = steps, records = ?, cases = ?,
                          distinct_inputs = ?, answered = ?, changed = ?, overruled = ?, handled_then = ?, handled_now = ?,
                          ended = ?, on_time = ?, expected_then = ?, expected_now = ?, millis = ?
                        where id = ? and state = 'RUNNING'""")
                        .params(
                                it.records(),
                                it.cases(),
                                it.distinct(),
                                it.answered(),
                                it.changed(),
                                it.overruled(),
                                it.handledThen(),
                                it.handledNow(),
                                it.ended(),
                                it.onTime(),
                                it.expectedThen(),
                                it.expectedNow(),
                                it.millis(),
                                id)
                        .update()
                > 0;
    }

    void addShifts(UUID id, List<Map.Entry<Shifts.Key, Shifts.Found>> most, Shifts shifts, int mostKept) {
        List<Object[]> sums = new ArrayList<>();
        List<Object[]> cases = new ArrayList<>();
        for (var one : most) {
            Shifts.Key key = one.getKey();
            sums.add(new Object[] {id, key.aspect().name(), key.was(), key.becomes(), one.getValue().cases});
            for (UUID each : shifts.newest(one.getValue())) {
                if (cases.size() < mostKept) {
                    cases.add(new Object[] {id, key.aspect().name(), key.was(), key.becomes(), each});
                }
            }
        }
        inBatches("insert into backtest_shift values (?, ?, ?, ?, ?)", sums);
        inBatches("insert into backtest_case values (?, ?, ?, ?, ?)", cases);
    }

    void addUnits(UUID id, List<UnitLoad> units) {
        inBatches(
                "insert into backtest_unit values (?, ?, ?, ?, ?, ?, ?, ?)",
                units.stream()
                        .map(it -> new Object[] {
                            id,
                            it.unit(),
                            it.then(),
                            it.now(),
                            it.expectedThen(),
                            it.expectedNow(),
                            it.ended(),
                            it.onTime()
                        })
                        .toList());
    }

    private void inBatches(String sql, List<Object[]> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    /** Of all but the latest few of a draft, the names of cases go. */
    void forgetCases(UUID draft, int kept) {
        jdbc.sql("""
                        delete from backtest_case where backtest in (
                          select id from backtest where draft = ? order by begun_at desc, id desc offset ?)""").params(draft, kept).update();
    }

    /** The most frequent first. */
    List<Shift> shifts(UUID id, Aspect aspect, int most) {
        return jdbc.sql("""
                        select was, becomes, cases from backtest_shift where backtest = ? and aspect = ?
                        order by cases desc, was, becomes limit ?""")
                .params(id, aspect.name(), most)
                .query((row, n) -> new Shift(aspect, row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    Optional<Shift> shift(UUID id, Aspect aspect, String was, String becomes) {
        return jdbc.sql(
                        "select cases from backtest_shift where backtest = ? and aspect = ? and was = ? and becomes = ?")
                .params(id, aspect.name(), was, becomes)
                .query((row, n) -> new Shift(aspect, was, becomes, row.getLong(1)))
                .optional();
    }

    /** The newest first. */
    List<ShiftedCase> cases(UUID id, Aspect aspect, String was, String becomes, @Nullable UUID before, int most) {
        return jdbc.sql("""
                        select b.case_id, o.number, o.district, o.street, c.service_code, o.reported_at
                        from backtest_case b join case_origin o on o.case_id = b.case_id join city_case c on c.id = b.case_id
                        where b.backtest = ? and b.aspect = ? and b.was = ? and b.becomes = ?
                          and b.case_id < coalesce(cast(? as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                        order by b.case_id desc limit ?""")
                .param(id)
                .param(aspect.name())
                .param(was)
                .param(becomes)
                .param(before)
                .param(most)
                .query((row, n) -> new ShiftedCase(
                        new CaseId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    List<UnitLoad> units(UUID id) {
        return jdbc.sql("select * from backtest_unit where backtest = ? order by unit")
                .param(id)
                .query((row, n) -> new UnitLoad(
                        row.getString("unit"),
                        row.getLong("then_cases"),
                        row.getLong("now_cases"),
                        row.getDouble("expected_then"),
                        row.getDouble("expected_now"),
                        row.getLong("ended"),
                        row.getLong("on_time")))
                .list();
    }

    private static Backtest read(ResultSet row, int n) throws SQLException {
        return new Backtest(
                row.getObject("id", UUID.class),
                row.getObject("draft", UUID.class),
                row.getString("files_sha256"),
                new Stretch(row.getInt("days"), row.getString("district"), row.getString("classes")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                row.getTimestamp("begun_at").toInstant(),
                instant(row.getTimestamp("ended_at")),
                row.getInt("done"),
                row.getInt("steps"),
                new Figures(
                        row.getLong("records"),
                        row.getLong("cases"),
                        row.getLong("distinct_inputs"),
                        row.getLong("answered"),
                        row.getLong("changed"),
                        row.getLong("overruled"),
                        row.getLong("handled_then"),
                        row.getLong("handled_now"),
                        row.getLong("ended"),
                        row.getLong("on_time"),
                        row.getDouble("expected_then"),
                        row.getDouble("expected_now"),
                        row.getLong("millis")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
