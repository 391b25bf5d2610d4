package org.gridcase.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The book of what people did to the system and what they read; an entry stands or falls with what it tells of. */
@Component
public class Audit {
    private final Chain chain;
    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(Chain chain, JdbcClient jdbc, Clock clock) {
        this.chain = chain;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Part of the transaction that does what the entry tells of; written as the last thing before its commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        Pending.ofThisTransaction(chain).add(entry);
    }

    /** What is no transaction of its own, such as a sign-in: on record when this returns. */
    @Transactional
    public void note(AuditEntry entry) {
        record(entry);
    }

    /** That somebody looked at something: one entry for each reader, subject and hour, however often they look. */
    @Transactional
    public void read(String reader, Subject subject) {
        if (firstInThisHour(reader, subject)) {
            record(new AuditEntry(reader, subject.kind() + ".read", subject, null, Map.of()));
        }
    }

    /**
     * Erases the reasons and details of all entries about a subject; that they happened stays, and the chain with them.
     *
     * @param reason who asked for it; itself erased with the subject's next erasure
     * @return how many entries told something
     */
    @Transactional
    public int erase(Subject subject, String actor, String reason) {
        int erased = chain.erase(subject);
        record(new AuditEntry(actor, Chain.ERASURE, subject, reason, Map.of("entries", erased)));
        return erased;
    }

    /**
     * Erases the reasons and details of entries older than that, whatever they are about; which, up to which number, is
     * itself an entry.
     *
     * @return how many told something
     */
    @Transactional
    public int expire(Instant before, int most) {
        Chain.Expired expired = chain.expire(before, most);
        if (expired.entries() > 0) {
            var until = new Subject(Chain.AUDIT, Long.toString(expired.last()));
            record(new AuditEntry("system", Chain.EXPIRY, until, null, Map.of("entries", expired.entries())));
        }
        return expired.entries();
    }

    /** Forgets in which hour somebody last looked at something; that they did stays an entry. */
    @Transactional
    public int forgetReadings(Instant before, int most) {
        return jdbc.sql("""
                        delete from audit_reading where ctid = any(array(
                          select ctid from audit_reading where hour < ? limit ?))""").params(before.atOffset(ZoneOffset.UTC), most).update();
    }

    /** A reader who comes again is told by one look at the index, without a write. */
    private boolean firstInThisHour(String reader, Subject subject) {
        return jdbc.sql("""
                        insert into audit_reading (reader, subject_kind, subject, hour)
                        select :reader, :kind, :id, :hour where not exists (
                          select 1 from audit_reading where subject = :id and subject_kind = :kind
                            and reader = :reader and hour >= :hour)
                        on conflict (subject, subject_kind, reader)
                        do update set hour = excluded.hour where audit_reading.hour < excluded.hour""")
                        .param("reader", reader)
                        .param("kind", subject.kind())
                        .param("id", subject.id())
                        .param(
                                "hour",
                                clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
