package org.gridcase.limits;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * One row for whoever has called lately: the time at which all their calls will be forgotten. Each call moves it on; it
 * may not lie further ahead than the rate's time. The database's clock counts, for all nodes.
 */
@Component
class Buckets {
    private static final String MICROS = " * interval '1 microsecond'";

    private final JdbcClient jdbc;

    Buckets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the call fits; if not, it is not counted either */
    boolean take(String key, Rate rate) {
        return jdbc.sql("""
                        insert into rate_bucket as b (key, empty_at)
                        values (:key, clock_timestamp() + :each%1$s)
                        on conflict (key) do update set empty_at = greatest(b.empty_at, clock_timestamp()) + :each%1$s
                        where b.empty_at + :each%1$s <= clock_timestamp() + :per%1$s""".formatted(MICROS))
                        .param("key", key)
                        .param("each", micros(rate.each()))
                        .param("per", micros(rate.per()))
                        .update()
                == 1;
    }

    /** Counts what has happened already, however many came at once; a flood is remembered for twice the rate's time. */
    void spend(String key, Rate rate) {
        jdbc.sql("""
                        insert into rate_bucket as b (key, empty_at)
                        values (:key, clock_timestamp() + :each%1$s)
                        on conflict (key) do update set empty_at = least(
                          greatest(b.empty_at, clock_timestamp()) + :each%1$s,
                          clock_timestamp() + 2 * :per%1$s)""".formatted(MICROS))
                .param("key", key)
                .param("each", micros(rate.each()))
                .param("per", micros(rate.per()))
                .update();
    }

    /** @return how long until a call fits; nothing or less if it does */
    Duration wait(String key, Rate rate) {
        return left(key).plus(rate.each()).minus(rate.per());
    }

    /** @return how long until all is forgotten */
    Duration left(String key) {
        return jdbc.sql("""
                        select extract(epoch from empty_at - clock_timestamp()) * 1000000
                        from rate_bucket where key = ?""")
                .param(key)
                .query(Double.class)
                .optional()
                .map(left -> Duration.of(left.longValue(), ChronoUnit.MICROS))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    void keep(String key, Duration time) {
        jdbc.sql("""
                        insert into rate_bucket (key, empty_at) values (?, clock_timestamp() + ?%s)
                        on conflict (key) do update set empty_at = excluded.empty_at""".formatted(MICROS)).param(key).param(micros(time)).update();
    }

    void forget(String key) {
        jdbc.sql("delete from rate_bucket where key = ?").param(key).update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void purge() {
        jdbc.sql("delete from rate_bucket where empty_at < clock_timestamp()").update();
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1_000;
    }
}
