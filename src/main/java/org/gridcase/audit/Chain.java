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
}
