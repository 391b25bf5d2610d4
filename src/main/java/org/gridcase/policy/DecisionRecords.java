package org.gridcase.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decision records as rows; a decision never changes, only its override comes beside it. */
@Component
class DecisionRecords {
    private static final String COLUMNS = """
            select id, case_id, decision, release, table_path, table_sha256, table_row, inputs, output,
                   catalogue_version, calendar_version, decided_at, overridden_by, overridden_to, override_reason, overridden_at
            from decision_record
            where\s""";

    private final JdbcClient jdbc;

    DecisionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DecisionRecord made) {
        jdbc.sql("""
                        insert into decision_record (id, case_id, decision, release, table_path, table_sha256, table_row,
                          inputs, output, catalogue_version, calendar_version, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)""")
                .param(made.id())
                .param(made.caseId().value())
                .param(made.decision())
                .param(made.release())
                .param(made.table())
                .param(made.tableSha256())
                .param(made.row())
                .param(Json.write(made.inputs()))
                .param(Json.write(made.output()))
                .param(made.catalogueVersion())
                .param(made.calendarVersion())
                .param(Timestamp.from(made.decidedAt()))
                .update();
    }

    /** Oldest first. */
    List<DecisionRecord> of(CaseId caseId) {
        return jdbc.sql(COLUMNS + "case_id = ? order by decided_at, id")
                .param(caseId.value())
                .query(DecisionRecords::read)
                .list();
    }

    Optional<DecisionRecord> find(UUID id) {
        return jdbc.sql(COLUMNS + "id = ?")
                .param(id)
                .query(DecisionRecords::read)
                .optional();
    }

    /** @return whether there was such a decision */
    boolean override(CaseId caseId, String decision, String who, Map<String, Object> output, String reason) {
        return jdbc.sql("""
                                update decision_record set
                                  earlier_overrides = case when overridden_by is null then earlier_overrides
                                    else earlier_overrides || jsonb_build_object('by', overridden_by, 'to', overridden_to,
                                      'reason', override_reason, 'at', overridden_at) end,
                                  overridden_by = ?, overridden_to = cast(? as jsonb), override_reason = ?,
                                  overridden_at = now()
                                where id = (select id from decision_record where case_id = ? and decision = ?
                                  order by decided_at desc, id desc limit 1)""")
                        .params(who, Json.write(output), reason, caseId.value(), decision)
                        .update()
                == 1;
    }

    private static DecisionRecord read(ResultSet row, int n) throws SQLException {
        return new DecisionRecord(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("decision"),
                row.getInt("release"),
                row.getString("table_path"),
                row.getString("table_sha256"),
                row.getString("table_row"),
                Json.read(row.getString("inputs")),
                Json.read(row.getString("output")),
                row.getLong("catalogue_version"),
                row.getObject("calendar_version", Integer.class),
                row.getTimestamp("decided_at").toInstant(),
                overridden(row));
    }

    private static DecisionRecord.@Nullable Override overridden(ResultSet row) throws SQLException {
        String by = row.getString("overridden_by");
        return by == null
                ? null
                : new DecisionRecord.Override(
                        by,
                        Json.read(row.getString("overridden_to")),
                        row.getString("override_reason"),
                        row.getTimestamp("overridden_at").toInstant());
    }
}
