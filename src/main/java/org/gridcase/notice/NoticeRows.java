package org.gridcase.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gridcase.shared.CaseId;
import org.gridcase.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Notices as rows. Several nodes send at once: each takes what no other holds, and sends it outside of that. */
@Component
class NoticeRows {
    /** Whoever has left, or is nobody, is told nothing; mail goes to those who have an address and want it. */
    private static final String ADD = """
            insert into notice (id, event, kind, recipient, channel, template, case_id, told, urgent, state, made_at,
              due_at, sent_at)
            select t.id, t.event, t.kind, t.recipient, t.channel, t.template, t.case_id, t.told::jsonb, t.urgent,
              case t.channel when 'BELL' then 'SENT' else 'WAITING' end, ?, t.due_at,
              case t.channel when 'BELL' then t.due_at end
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
              ?::boolean[], ?::timestamptz[])
              as t (id, event, kind, recipient, channel, template, case_id, told, urgent, due_at)
            left join staff s on t.kind = 'STAFF' and s.id = t.recipient and s.left_at is null
            left join notice_preference p on p.staff = s.id
            where t.kind <> 'STAFF'
              or s.id is not null and (t.channel <> 'MAIL' or s.email is not null and coalesce(p.mail, true))
            on conflict do nothing returning recipient, channel""";

    private static final String TAKE = """
            update notice n set taken_until = ?, tries = n.tries + 1 from (
              select id from notice where channel = ? and state = 'WAITING' and due_at <= ?
                and (taken_until is null or taken_until < ?)
              order by urgent desc, due_at limit ? for update skip locked) due
            where n.id = due.id returning n.*""";

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    NoticeRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose name a recipient is. */
    enum Kind {
        STAFF,
        REPORTER,
        POST
    }

    /** A notice to be written. */
    record Written(News news, Kind kind, String recipient, Channel channel, Instant due) {}

    /** @param accounts in whose bell something is new */
    record Added(int added, Set<String> accounts) {}

    /** A notice to be sent. */
    record Taken(
            UUID id,
            Kind kind,
            String recipient,
            Channel channel,
            String template,
            @Nullable CaseId caseId,
            Map<String, String> told,
            boolean urgent,
            int tries,
            Instant madeAt) {}

    Added add(List<Written> fresh, Instant now) {
        Set<String> rung = new HashSet<>();
        int[] added = {0};
        jdbc.query(
                ADD,
                row -> {
                    added[0]++;
                    if (Channel.valueOf(row.getString(2)) == Channel.BELL) {
                        rung.add(row.getString(1));
                    }
                },
                utc(now),
                column(fresh, any -> Ids.timeOrdered()).toArray(UUID[]::new),
                texts(fresh, it -> it.news().event()),
                texts(fresh, it -> it.kind().name()),
                texts(fresh, Written::recipient),
                texts(fresh, it -> it.channel().name()),
                texts(fresh, it -> it.news().template()),
                fresh.stream().map(it -> id(it.news().caseId())).toArray(UUID[]::new),
                texts(fresh, it -> write(it.news().told())),
                fresh.stream().map(it -> it.news().urgent()).toArray(Boolean[]::new),
                texts(fresh, it -> utc(it.due()).toString()));
        return new Added(added[0], rung);
    }

    List<Taken> take(Channel channel, Instant now, Instant until, int most) {
        return jdbc.query(TAKE, this::taken, utc(until), channel.name(), utc(now), utc(now), most);
    }

    /** Back without having been tried. */
    void release(List<UUID> ids) {
        jdbc.update(
                "update notice set taken_until = null, tries = tries - 1 where id = any(?) and state = 'WAITING'",
                (Object) ids.toArray(UUID[]::new));
    }

    void sent(UUID id, Instant at) {
        jdbc.update(
                "update notice set state = 'SENT', sent_at = ?, taken_until = null, failure = null where id = ?",
                utc(at),
                id);
    }

    void failed(UUID id, String failure) {
        jdbc.update(
                "update notice set state = 'FAILED', taken_until = null, failure = ? where id = ? and state = 'WAITING'",
                failure,
                id);
    }

    void later(UUID id, Instant due, @Nullable String failure) {
        jdbc.update(
                "update notice set due_at = ?, taken_until = null, failure = ? where id = ? and state = 'WAITING'",
                utc(due),
                failure,
                id);
    }

    /** What has failed is tried again, and what waits need not wait any longer. */
    int again(Channel channel, Instant now) {
        return jdbc.update(
                "update notice set state = 'WAITING', due_at = ?, taken_until = null where channel = ?"
                        + " and (state = 'FAILED' or state = 'WAITING' and due_at > ? and tries > 0)",
                utc(now),
                channel.name(),
                utc(now));
    }

    private Taken taken(ResultSet row, int n) throws SQLException {
        UUID of = row.getObject("case_id", UUID.class);
        return new Taken(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                Channel.valueOf(row.getString("channel")),
                row.getString("template"),
                of == null ? null : new CaseId(of),
                read(row.getString("told")),
                row.getBoolean("urgent"),
                row.getInt("tries"),
                row.getTimestamp("made_at").toInstant());
    }

    private String write(Map<String, String> told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> read(String told) {
        try {
            return json.readValue(told, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> column(List<Written> rows, Function<Written, T> value) {
        return rows.stream().map(value).toList();
    }

    private static String[] texts(List<Written> rows, Function<Written, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable UUID id(@Nullable CaseId id) {
        return id == null ? null : id.value();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
