package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.gridcase.catalogue.Limit;
import org.gridcase.catalogue.LimitKind;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests about time as rows; read and written while the case's row is held. */
@Component
class RequestRows {
    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who decided what; of a granted suspension also until when. */
    record Decided(
            TimeRequest.State state,
            String by,
            @Nullable String inPlaceOf,
            @Nullable String reason,
            Instant at,
            @Nullable Instant until) {}

    /** In the order in which they were asked. */
    List<TimeRequest> of(CaseId id) {
        return jdbc.sql("select * from time_request where case_id = ? order by id")
                .param(id.value())
                .query(RequestRows::read)
                .list();
    }

    /** That are open, or let the clock stand. */
    List<TimeRequest> live(CaseId id) {
        return jdbc.sql("""
                        select * from time_request where case_id = ?
                          and (state = 'OPEN' or until is not null and over_at is null)""").param(id.value()).query(RequestRows::read).list();
    }

    void add(TimeRequest it) {
        Limit amount = it.amount();
        jdbc.sql("""
                        insert into time_request (id, case_id, move, state, unit, amount, amount_kind, reason, asked_by,
                          asked_for, asked_at, allowed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        it.id(),
                        it.caseId().value(),
                        it.move().name(),
                        it.state().name(),
                        it.unit(),
                        amount == null ? null : amount.amount(),
                        amount == null ? null : amount.kind().name(),
                        it.reason(),
                        it.askedBy(),
                        it.askedFor(),
                        utc(it.askedAt()),
                        it.allowedBy()))
                .update();
    }

    void decide(UUID id, Decided as) {
        jdbc.sql("""
                        update time_request set state = ?, decided_by = ?, decided_for = ?, decided_reason = ?,
                          decided_at = ?, until = ? where id = ? and state = 'OPEN'""")
                .params(Arrays.asList(
                        as.state().name(), as.by(), as.inPlaceOf(), as.reason(), utc(as.at()), utc(as.until()), id))
                .update();
    }

    void over(UUID id, Instant at) {
        jdbc.sql("update time_request set over_at = ? where id = ? and until is not null and over_at is null")
                .params(utc(at), id)
                .update();
    }

    private static TimeRequest read(ResultSet row, int n) throws SQLException {
        String kind = row.getString("amount_kind");
        return new TimeRequest(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                TimeMove.valueOf(row.getString("move")),
                TimeRequest.State.valueOf(row.getString("state")),
                row.getString("unit"),
                kind == null ? null : new Limit(row.getInt("amount"), LimitKind.valueOf(kind)),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getString("asked_for"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("allowed_by"),
                row.getString("decided_by"),
                row.getString("decided_for"),
                row.getString("decided_reason"),
                ClockRows.instant(row, "decided_at"),
                ClockRows.instant(row, "until"),
                ClockRows.instant(row, "over_at"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
