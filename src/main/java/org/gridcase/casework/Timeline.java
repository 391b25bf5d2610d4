package org.gridcase.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.gridcase.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to each case, in order; appended, never changed. */
@Component
public class Timeline {
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Timeline(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(CaseId id, Entry entry) {
        jdbc.sql("""
                        insert into case_event (case_id, at, actor, move, stage, reason, detail)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .param(id.value())
                .param(entry.at().atOffset(ZoneOffset.UTC))
                .param(entry.actor())
                .param(entry.move().name())
                .param(entry.stage().name())
                .param(entry.reason())
                .param(write(entry.detail()))
                .update();
    }

    public List<Entry> of(CaseId id) {
        return jdbc.sql("select move, actor, stage, at, reason, detail from case_event where case_id = ? order by id")
                .param(id.value())
                .query((row, n) -> new Entry(
                        Move.valueOf(row.getString("move")),
                        row.getString("actor"),
                        Stage.valueOf(row.getString("stage")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason"),
                        read(row.getString("detail"))))
                .list();
    }

    String write(Map<String, ?> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String detail) {
        try {
            return json.readValue(detail, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
