package org.gridcase.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The entries, for whoever has to read them. */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param most how many entries on one page */
    public AuditPage find(AuditQuery query, int most) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new HashMap<>(Map.of("most", most + 1));
        add(conditions, values, "actor = :actor", "actor", query.actor());
        add(conditions, values, "action = :action", "action", query.action());
        add(conditions, values, "subject = :subject", "subject", query.subject());
        add(conditions, values, "at >= :from", "from", utc(query.from()));
        add(conditions, values, "at < :until", "until", utc(query.until()));
        Key.parse(query.after()).ifPresent(key -> {
            conditions.add("(at, number) < (:at, :number)");
            values.put("at", key.at().atOffset(ZoneOffset.UTC));
            values.put("number", key.number());
        });
        List<AuditPage.Row> rows = jdbc.sql("select * from audit_entry where " + String.join(" and ", conditions)
                        + " order by at desc, number desc limit :most")
                .params(values)
                .query(AuditTrail::row)
                .list();
        return rows.size() <= most
                ? new AuditPage(rows, null)
                : new AuditPage(
                        rows.subList(0, most), Key.of(rows.get(most - 1)).toString());
    }

    /** Every action there is an entry of; skips from one to the next through the index. */
    public List<String> actions() {
        return jdbc.sql("""
                        with recursive known (action) as (
                          select min(action) from audit_chain
                          union all
                          select (select min(action) from audit_chain c where c.action > known.action)
                          from known where known.action is not null)
                        select action from known where action is not null""").query(String.class).list();
    }

    /**
     * How often somebody did something since; whoever asks in a transaction of their own keeps others who ask for the same
     * account waiting until it ends, so that a limit holds.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int countOf(String actor, String action, Instant since) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 20))) held")
                .param(action + ' ' + actor)
                .query(Integer.class)
                .single();
        return jdbc.sql("select count(*) from audit_chain where actor = ? and action = ? and at > ?")
                .param(actor)
                .param(action)
                .param(since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** Where a page ends. */
    private record Key(Instant at, long number) {

        static Key of(AuditPage.Row last) {
            return new Key(last.at(), last.number());
        }

        /** None if it is none of ours: then the list begins at its beginning. */
        static Optional<Key> parse(@Nullable String text) {
            int cut = text == null ? -1 : text.indexOf('_');
            if (text == null || cut < 1) {
                return Optional.empty();
            }
            try {
                Instant at = Instant.parse(text.substring(0, cut));
                boolean thinkable = at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("9999-01-01T00:00:00Z"));
                return thinkable ? Optional.of(new Key(at, Long.parseLong(text.substring(cut + 1)))) : Optional.empty();
            } catch (DateTimeException | NumberFormatException notOurs) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return at + "_" + number;
        }
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static AuditPage.Row row(ResultSet row, int n) throws SQLException {
        return new AuditPage.Row(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                new Subject(row.getString("subject_kind"), row.getString("subject")),
                row.getString("reason"),
                row.getString("detail"),
                row.getBoolean("erased"));
    }
}
