package org.gridcase.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Takes a case's row for a move and writes it back with the move's line of the timeline. Spelt out, because it happens
 * ten times in a case's life: mapping the row generically took a quarter of all processor time.
 */
@Component
class CaseMoves {
    private static final String WRITE = """
            with line as (
              insert into case_event (case_id, at, actor, move, stage, reason, detail)
              values (?, ?, ?, ?, ?, ?, ?::jsonb))
            update city_case set stage = ?, release = ?, moved_at = ?, service_code = ?, catalogue_version = ?,
              minor = ?, check_minor = ?, proposed_row = ?, proposed_factor = ?, proposed_unit = ?, filing_row = ?,
              filing_version = ?, limit_amount = ?, limit_kind = ?, unit = ?, returns = ?, reworks = ?, reopened = ?,
              filed_at = ?, due_at = ?, yellow_at = ?, late = ?, closed_at = ?, satisfaction = ?, joined_to = ?, version = version + 1
            where id = ?""";

    private final JdbcTemplate jdbc;
    private final Timeline timeline;

    CaseMoves(JdbcTemplate jdbc, Timeline timeline) {
        this.jdbc = jdbc;
        this.timeline = timeline;
    }

    /** Whoever moves a case waits for whoever is moving it, so that a follower's words never meet a job's step. */
    Optional<Case> take(CaseId id) {
        return jdbc.query("select * from city_case where id = ? for update", CaseMoves::read, id.value()).stream()
                .findFirst();
    }

    /** The row taken before, as it is now, and what was done to it. */
    void write(Case it, Entry entry) {
        jdbc.update(
                WRITE,
                it.id,
                utc(entry.at()),
                entry.actor(),
                entry.move().name(),
                entry.stage().name(),
                entry.reason(),
                timeline.write(entry.detail()),
                it.stage.name(),
                it.release,
                utc(it.movedAt),
                it.serviceCode,
                it.catalogueVersion,
                it.minor,
                it.checkMinor,
                it.proposedRow,
                it.proposedFactor,
                it.proposedUnit,
                it.filingRow,
                it.filingVersion,
                it.limitAmount,
                it.limitKind,
                it.unit,
                it.returns,
                it.reworks,
                it.reopened,
                utc(it.filedAt),
                utc(it.dueAt),
                utc(it.yellowAt),
                it.late,
                utc(it.closedAt),
                it.satisfaction,
                it.joinedTo,
                it.id);
    }

    private static Case read(ResultSet row, int n) throws SQLException {
        var it = Case.reported(
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("district"),
                row.getInt("release"),
                row.getTimestamp("moved_at").toInstant());
        it.stage = Stage.valueOf(row.getString("stage"));
        it.serviceCode = row.getString("service_code");
        it.catalogueVersion = row.getObject("catalogue_version", Long.class);
        it.minor = row.getObject("minor", Boolean.class);
        it.checkMinor = row.getObject("check_minor", Boolean.class);
        it.proposedRow = row.getString("proposed_row");
        it.proposedFactor = row.getObject("proposed_factor", Double.class);
        it.proposedUnit = row.getString("proposed_unit");
        it.filingRow = row.getString("filing_row");
        it.filingVersion = row.getObject("filing_version", Integer.class);
        it.limitAmount = row.getObject("limit_amount", Integer.class);
        it.limitKind = row.getString("limit_kind");
        it.unit = row.getString("unit");
        it.returns = row.getInt("returns");
        it.reworks = row.getInt("reworks");
        it.reopened = row.getInt("reopened");
        it.filedAt = Origins.instant(row, "filed_at");
        it.dueAt = Origins.instant(row, "due_at");
        it.yellowAt = Origins.instant(row, "yellow_at");
        it.late = row.getBoolean("late");
        it.closedAt = Origins.instant(row, "closed_at");
        it.satisfaction = row.getObject("satisfaction", Integer.class);
        it.joinedTo = row.getObject("joined_to", UUID.class);
        return it;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
