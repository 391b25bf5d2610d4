package org.gridcase.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.gridcase.shared.CaseId;
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

    DueTimes(JdbcTemplate jdbc, CaseFlow flow) {
        this.jdbc = jdbc;
        this.flow = flow;
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
        flow.due(id, due.dueAt());
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Instant> of(CaseId id) {
        return jdbc.query("select due_at from city_case where id = ?", DueTimes::read, id.value()).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> read(ResultSet row, int n) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
