package org.gridcase.whatif;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Trials as rows: every node sees them, and whether the one that works at one is still there. */
@Component
class Trials {
    /** Whoever says nothing for so long has ended with its node. */
    private static final Duration SILENT = Duration.ofMinutes(1);

    private static final int KEPT = 5;
    private static final String SELECT = "select r.*, r.bundle is distinct from ? as stale from what_if_run r where ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    Trials(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Assumptions(Map<String, Assumed> steps) {}

    /** @throws WhatIfRefused if one is under way somewhere */
    void begin(UUID id, UUID draft, String bundle, String by, Wanted wanted) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update what_if_run set state = 'FAILED', refused = 'whatif.ended', ended_at = ?
                        where state = 'RUNNING' and alive_at < ?""")
                .params(now.atOffset(ZoneOffset.UTC), now.minus(SILENT).atOffset(ZoneOffset.UTC))
                .update();
        try {
            jdbc.sql("""
                            insert into what_if_run (id, draft, bundle, asked_by, asked_at, days, until_day, district, seed,
                              assumptions, state, alive_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), 'RUNNING', ?)""")
                    .param(id)
                    .param(draft)
                    .param(bundle)
                    .param(by)
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(wanted.days())
                    .param(wanted.until())
                    .param(wanted.district())
                    .param(wanted.seed())
                    .param(write(new Assumptions(wanted.assumed())))
                    .param(now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException another) {
            throw WhatIfRefused.busy();
        }
        jdbc.sql("""
                        delete from what_if_run where draft = ? and state <> 'RUNNING' and id not in (
                          select id from what_if_run where draft = ? order by asked_at desc limit ?)""").params(draft, draft, KEPT).update();
    }

    /**
     * Apart from the transaction that reads meanwhile.
     *
     * @return whether it is still wanted
     */
    boolean alive(UUID id, int progress) {
        return Boolean.TRUE.equals(apart.execute(status -> noted(id, progress)));
    }

    private boolean noted(UUID id, int progress) {
        return jdbc.sql("""
                                update what_if_run set progress = greatest(progress, ?), alive_at = ?
                                where id = ? and state = 'RUNNING'""")
                        .params(progress, clock.instant().atOffset(ZoneOffset.UTC), id)
                        .update()
                == 1;
    }

    void done(UUID id, Result result) {
        jdbc.sql("""
                        update what_if_run set state = 'DONE', progress = 100, result = cast(? as jsonb), ended_at = ?
                        where id = ? and state = 'RUNNING'""")
                .params(write(result), clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void failed(UUID id, String key) {
        end(id, "FAILED", key);
    }

    /** @return whether it was under way */
    boolean cancel(UUID id) {
        return end(id, "CANCELLED", null);
    }

    private boolean end(UUID id, String state, @Nullable String key) {
        return jdbc.sql(
                                "update what_if_run set state = ?, refused = ?, ended_at = ? where id = ? and state = 'RUNNING'")
                        .param(state)
                        .param(key)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(id)
                        .update()
                == 1;
    }

    Optional<Run> find(UUID id, String bundle) {
        return jdbc.sql(SELECT + "id = ?").params(bundle, id).query(this::run).optional();
    }

    Optional<Run> latest(UUID draft, String bundle) {
        return jdbc.sql(SELECT + "draft = ? order by asked_at desc limit 1")
                .params(bundle, draft)
                .query(this::run)
                .optional();
    }

    private Run run(ResultSet row, int n) throws SQLException {
        String result = row.getString("result");
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("draft", UUID.class),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                new Wanted(
                        row.getInt("days"),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("district"),
                        row.getLong("seed"),
                        read(row.getString("assumptions"), Assumptions.class).steps()),
                Run.State.valueOf(row.getString("state")),
                row.getInt("progress"),
                row.getString("refused"),
                row.getBoolean("stale"),
                result == null ? null : read(result, Result.class));
    }

    private String write(Object it) {
        try {
            return json.writeValueAsString(it);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
