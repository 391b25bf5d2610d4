package org.gridcase.privacy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each night's work took away: as it goes on a row, when it ends in the audit. */
@Component
class RetentionRuns {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    RetentionRuns(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    long begin() {
        return jdbc.sql("insert into retention_run (began_at, gone) values (?, '{}') returning id")
                .param(now())
                .query(Long.class)
                .single();
    }

    void add(long run, String kind, int gone) {
        if (gone > 0) {
            jdbc.sql("""
                            update retention_run
                            set gone = gone || jsonb_build_object(:kind::text, coalesce((gone ->> :kind)::int, 0) + :gone)
                            where id = :run""")
                    .param("kind", kind)
                    .param("gone", gone)
                    .param("run", run)
                    .update();
        }
    }

    @Transactional
    void end(long run) {
        String gone = jdbc.sql("update retention_run set ended_at = ? where id = ? returning gone::text")
                .params(now(), run)
                .query(String.class)
                .single();
        audit.record(new AuditEntry(
                "system", "retention.run", new Subject("retention", Long.toString(run)), null, Map.of("gone", gone)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
