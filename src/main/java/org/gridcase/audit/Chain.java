package org.gridcase.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the chain; the database numbers, chains and locks. */
@Component
class Chain {
    static final String ERASURE = "audit.erase";
    /** Its subject is the number up to which nothing is told any more. */
    static final String EXPIRY = "audit.expire";

    static final String AUDIT = "audit";

    /** @param last up to which number nothing is told any more */
    record Expired(int entries, long last) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Chain(JdbcClient jdbc, Clock clock, ZoneId zone) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    long append(AuditEntry entry) {
        Payload payload = Payload.of(entry);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("select audit_append(?, ?, ?, ?, ?, ?, ?, ?)")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(now.atZone(zone).toLocalDate())
                .param(entry.actor())
                .param(entry.action())
                .param(entry.subject().kind())
                .param(entry.subject().id())
                .param(payload.salt())
                .param(payload.text())
                .query(Long.class)
                .single();
    }

    /** In the order of their numbers, so that two who erase the same wait for each other only once. */
    int erase(Subject subject) {
        return jdbc.sql("""
                        with told as (
                          select p.number from audit_payload p join audit_chain c on c.number = p.number
                          where c.subject = ? and c.subject_kind = ? and p.payload is not null
                          order by p.number for update of p)
                        update audit_payload p set salt = null, payload = null from told where told.number = p.number""").param(subject.id()).param(subject.kind()).update();
    }

    /** Goes on where it last ended, so that no night walks the whole chain. */
    Expired expire(Instant before, int most) {
        return jdbc.sql("""
                        with done as (
                          select coalesce(max(subject::bigint), 0) as last from audit_chain
                          where action = :expiry and subject_kind = :audit),
                        due as (
                          select c.number from audit_chain c, done where c.number > done.last and c.at < :before
                            and c.number < (select number from audit_head) order by c.number limit :most),
                        gone as (
                          update audit_payload p set salt = null, payload = null from due
                          where p.number = due.number and p.payload is not null returning p.number)
                        select (select count(*) from due) as entries,
                          coalesce((select max(number) from due), 0) as last, (select count(*) from gone)""")
                .param("expiry", EXPIRY)
                .param("audit", AUDIT)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Expired(row.getInt("entries"), row.getLong("last")))
                .single();
    }
}
