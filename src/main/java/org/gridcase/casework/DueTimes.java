package org.gridcase.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.gridcase.shared.CaseId;
import org.gridcase.workflow.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When cases are due, as far as it changes without a move: by a pause, an extension or another calendar. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DueTimes {
    private final JdbcTemplate jdbc;
    private final CaseFlow flow;
    private final Clock clock;

    DueTimes(JdbcTemplate jdbc, CaseFlow flow, Clock clock) {
        this.jdbc = jdbc;
        this.flow = flow;
        this.clock = clock;
    }

    /**
     * Keeps everybody else from moving the case until the transaction ends.
     *
     * @throws CaseNotFound if there is none
     */
    public Stage hold(CaseId id) {
        return jdbc
                .query(
                        "select stage from city_case where id = ? for update",
                        (row, n) -> Stage.valueOf(row.getString(1)),
                        id.value())
                .stream()
                .findFirst()
                .orElseThrow(() -> CaseNotFound.of(id));
    }

    /** Writes it to the case and its open tasks. */
    public void put(CaseId id, Timekeeper.Due due) {
        jdbc.update(
                "update city_case set yellow_at = ?, due_at = ?, late = ? where id = ?",
                utc(due.yellowAt()),
                utc(due.dueAt()),
                due.late(),
                id.value());
        flow.due(id, due.dueAt(), urgency(due.yellowAt(), due.dueAt()));
    }

    /** The lamps of their running clocks turned: their open tasks say so too. */
    public void lit(Collection<CaseId> ids, boolean over) {
        flow.urgent(ids, over ? Urgency.OVER : Urgency.NEAR);
    }

    /** One of {@link Urgency}, now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int urgency(CaseId id) {
        return jdbc
                .query(
                        "select yellow_at, due_at from city_case where id = ?",
                        (row, n) -> urgency(instant(row, "yellow_at"), instant(row, "due_at")),
                        id.value())
                .stream()
                .findFirst()
                .orElse(Urgency.NORMAL);
    }

    private int urgency(@Nullable Instant yellowAt, @Nullable Instant dueAt) {
        Instant now = clock.instant();
        if (dueAt != null && now.isAfter(dueAt)) {
            return Urgency.OVER;
        }
        return yellowAt != null && !now.isBefore(yellowAt) ? Urgency.NEAR : Urgency.NORMAL;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> of(CaseId id) {
        return jdbc
                .query(
                        "select due_at from city_case where id = ?",
                        (row, n) -> Optional.ofNullable(instant(row, "due_at")),
                        id.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
