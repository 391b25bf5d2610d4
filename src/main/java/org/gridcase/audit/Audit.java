package org.gridcase.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The book of what people did to the system; an entry stands or falls with what it tells of. */
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        jdbc.sql(
                        "insert into audit_entry (at, actor, action, subject, reason, detail) values (?, ?, ?, ?, ?, ?::jsonb)")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(entry.actor())
                .param(entry.action())
                .param(entry.subject())
                .param(entry.reason())
                .param(write(entry))
                .update();
    }

    private String write(AuditEntry entry) {
        try {
            return json.writeValueAsString(entry.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
