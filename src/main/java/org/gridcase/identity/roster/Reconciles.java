package org.gridcase.identity.roster;

import static org.gridcase.identity.roster.RosterTurns.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reconciles, the newest of which may be under way. */
@Component
class Reconciles {
    private final JdbcClient jdbc;
    private final Clock clock;

    Reconciles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(String cause, @Nullable String askedBy, int expected) {
        jdbc.sql("insert into roster_reconcile (cause, asked_by, started_at, expected) values (?, ?, ?, ?)")
                .param(cause)
                .param(askedBy)
                .param(now())
                .param(expected)
                .update();
    }

    Optional<Reconcile> open() {
        return jdbc.sql("select * from roster_reconcile where ended_at is null")
                .query(Reconciles::reconcile)
                .optional();
    }

    /** The newest first. */
    List<Reconcile> last(int most) {
        return jdbc.sql("select * from roster_reconcile order by id desc limit ?")
                .param(most)
                .query(Reconciles::reconcile)
                .list();
    }

    void advance(Reconcile reconcile, int read, boolean everybody, Roster.Entered entered) {
        jdbc.sql("""
                        update roster_reconcile set position = position + ?, everybody_read = ?,
                          changed = changed + ?, gone = gone + ? where id = ?""")
                .param(read)
                .param(everybody)
                .param(entered.changed())
                .param(entered.gone())
                .param(reconcile.id())
                .update();
    }

    void end(Reconcile reconcile, @Nullable String failure) {
        jdbc.sql("update roster_reconcile set ended_at = ?, failure = ? where id = ?")
                .param(now())
                .param(failure)
                .param(reconcile.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Reconcile reconcile(ResultSet row, int n) throws SQLException {
        return new Reconcile(
                row.getLong("id"),
                row.getString("cause"),
                row.getString("asked_by"),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "ended_at"),
                row.getInt("expected"),
                row.getInt("position"),
                row.getBoolean("everybody_read"),
                row.getInt("changed"),
                row.getInt("gone"),
                row.getString("failure"));
    }
}
