package org.gridcase.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that was ever learnt, as rows of numbers; the last counts, on every node within a minute. */
@Component
class Models {
    private static final long STALE_AFTER = Duration.ofMinutes(1).toNanos();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong checked = new AtomicLong(System.nanoTime() - STALE_AFTER - 1);
    private volatile @Nullable Model last;

    Models(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(Weights weights, Measures measures, int cases, String by) {
        jdbc.sql("""
                        insert into forecast_model (learnt_at, learnt_by, cases, weights, measures)
                        values (?, ?, ?, cast(? as jsonb), cast(? as jsonb))""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), by, cases, write(weights), write(measures))
                .update();
        last = read();
    }

    Optional<Model> last() {
        long before = checked.get();
        long now = System.nanoTime();
        if (now - before > STALE_AFTER && checked.compareAndSet(before, now)) {
            look();
        }
        return Optional.ofNullable(last);
    }

    /** Whether another node has learnt something. */
    void look() {
        Model known = last;
        int newest = jdbc.sql("select coalesce(max(version), 0) from forecast_model")
                .query(Integer.class)
                .single();
        if (known == null ? newest > 0 : newest != known.version()) {
            last = read();
        }
    }

    private @Nullable Model read() {
        return jdbc.sql(
                        "select version, learnt_at, cases, weights, measures from forecast_model order by version desc limit 1")
                .query((row, n) -> model(row))
                .optional()
                .orElse(null);
    }

    private static Model model(ResultSet row) throws SQLException {
        return new Model(
                row.getInt("version"),
                row.getTimestamp("learnt_at").toInstant(),
                row.getInt("cases"),
                read(row.getString("weights"), Weights.class),
                read(row.getString("measures"), Measures.class));
    }

    private static String write(Object numbers) {
        try {
            return JSON.writeValueAsString(numbers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
