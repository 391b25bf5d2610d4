package org.gridcase.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has happened within a minute, and how often more than once. */
@Component
class TallyRows {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;

    TallyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many kinds of things have happened. */
    record Kinds(int all, int ofOrigin) {}

    /** A kind of thing, and how often more it happened than was told at once. */
    record Sum(TallyLine line, int further, Instant minute) {}

    Kinds kinds(Instant minute, String origin) {
        return jdbc.sql("""
                        select count(*)::int as "all", (count(*) filter (where origin = ?))::int as of_origin
                        from audit_tally where minute = ?""")
                .param(origin)
                .param(time(minute))
                .query(Kinds.class)
                .single();
    }

    /** @return whether this has happened in this minute before */
    boolean another(Instant minute, TallyLine line) {
        return jdbc.sql("update audit_tally set further = further + 1 where minute = ? and key = ?")
                        .param(time(minute))
                        .param(line.key())
                        .update()
                == 1;
    }

    /**
     * @param further how often it counts if it is the first
     * @return whether it is
     */
    boolean another(Instant minute, TallyLine line, int further) {
        return jdbc.sql("""
                        insert into audit_tally as t
                          (minute, key, origin, actor, action, subject_kind, subject, detail, further)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (minute, key) do update set further = t.further + 1
                        returning xmax = 0""")
                .params(List.of(
                        time(minute),
                        line.key(),
                        line.origin(),
                        line.actor(),
                        line.action(),
                        line.subject().kind(),
                        line.subject().id(),
                        line.detail(),
                        further))
                .query(Boolean.class)
                .single();
    }

    /** Takes out what happened before a minute, but what another node is taking out. */
    List<Sum> take(Instant minute) {
        return jdbc.sql("""
                        with past as (
                          select minute, key from audit_tally where minute < ?
                          order by minute, key limit ? for update skip locked)
                        delete from audit_tally t using past
                        where t.minute = past.minute and t.key = past.key returning t.*""")
                .param(time(minute))
                .param(BATCH)
                .query((row, n) -> new Sum(
                        new TallyLine(
                                row.getString("key"),
                                row.getString("origin"),
                                row.getString("actor"),
                                row.getString("action"),
                                new Subject(row.getString("subject_kind"), row.getString("subject")),
                                row.getString("detail")),
                        row.getInt("further"),
                        row.getObject("minute", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime time(Instant minute) {
        return minute.atOffset(ZoneOffset.UTC);
    }
}
