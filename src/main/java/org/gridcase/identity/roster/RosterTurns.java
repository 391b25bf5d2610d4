package org.gridcase.identity.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that one node at a time asks Keycloak, and that the next goes on where the last one stopped. */
@Component
class RosterTurns {
    private static final String ALL = "select * from roster_turn";

    private final JdbcClient jdbc;
    private final Clock clock;

    RosterTurns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RosterTurn look() {
        return jdbc.sql(ALL).query(RosterTurns::turn).single();
    }

    /** For the rest of the transaction, unless another node has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RosterTurn> take() {
        return jdbc.sql(ALL + " for update skip locked")
                .query(RosterTurns::turn)
                .optional();
    }

    /** As soon as no other node has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public RosterTurn await() {
        return jdbc.sql(ALL + " for update").query(RosterTurns::turn).single();
    }

    /** Changes up to that moment are taken over. */
    void heard(Instant toldTo, Optional<Change> newest) {
        jdbc.sql("""
                        update roster_turn set told_to = :told, heard_at = :now,
                          anchor = coalesce(:anchor, anchor), anchor_at = coalesce(:at, anchor_at)""")
                .param("told", toldTo.atOffset(ZoneOffset.UTC))
                .param("now", now())
                .param("anchor", newest.map(Change::id).orElse(null))
                .param(
                        "at",
                        newest.map(change -> change.at().atOffset(ZoneOffset.UTC))
                                .orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** A reconcile begins: it finds whatever was changed before. */
    void begin(Instant toldTo, Optional<Change> newest) {
        jdbc.sql("update roster_turn set wanted = null, asked_by = null, anchor = null, anchor_at = null")
                .update();
        heard(toldTo, newest);
    }

    void deaf(boolean deaf) {
        jdbc.sql("update roster_turn set deaf = ? where deaf <> ?")
                .param(deaf)
                .param(deaf)
                .update();
    }

    @Transactional
    public void want(String cause, @Nullable String askedBy) {
        jdbc.sql("update roster_turn set wanted = ?, asked_by = ?")
                .param(cause)
                .param(askedBy)
                .update();
    }

    /** Nothing hinders any longer. */
    @Transactional
    public void fine() {
        jdbc.sql("update roster_turn set failing_since = null, failure = null where failure is not null")
                .update();
    }

    @Transactional
    public void failed(String failure) {
        jdbc.sql("update roster_turn set failing_since = coalesce(failing_since, ?), failure = ?")
                .param(now())
                .param(failure)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RosterTurn turn(ResultSet row, int n) throws SQLException {
        return new RosterTurn(
                instant(row, "told_to"),
                row.getString("anchor"),
                instant(row, "anchor_at"),
                instant(row, "heard_at"),
                instant(row, "failing_since"),
                row.getString("failure"),
                row.getString("wanted"),
                row.getString("asked_by"),
                row.getBoolean("deaf"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
