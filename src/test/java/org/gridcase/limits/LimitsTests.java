package org.gridcase.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SpringBootTest(
        classes = LimitsTests.Setup.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"gridcase.limits.reports=3/1h", "gridcase.limits.unknown-links=50/1h"})
@Timeout(60)
class LimitsTests {

    @Import({Limits.class, Buckets.class, Rates.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    static class Setup {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @Autowired
    Limits limits;

    @Autowired
    Buckets buckets;

    @Autowired
    Rates rates;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient jdbc;

    private final String who = UUID.randomUUID().toString();

    @Test
    void oneTooManyIsToldWhenToComeAgainAndCounted() {
        double before = refusals();
        use(3);

        assertThatThrownBy(() -> limits.pass(Limit.REPORTS, who))
                .asInstanceOf(type(TooOften.class))
                .satisfies(refused ->
                        assertThat(refused.after()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20)))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo("limits.tooOften.minutes"));
        assertThat(refusals() - before).isOne();
        assertThatCode(() -> limits.pass(Limit.REPORTS, "somebody else")).doesNotThrowAnyException();
    }

    @Test
    void allNodesCountTogether() {
        use(2);
        var other = anotherNode(jdbc);
        other.pass(Limit.REPORTS, who);

        assertThatThrownBy(() -> limits.pass(Limit.REPORTS, who)).isInstanceOf(TooOften.class);
        assertThatThrownBy(() -> other.pass(Limit.REPORTS, who)).isInstanceOf(TooOften.class);
    }

    @Test
    void whatIsRefusedIsNotCountedAndTimeForgetsOneAfterAnother() {
        use(3);
        assertThatThrownBy(() -> limits.pass(Limit.REPORTS, who)).isInstanceOf(TooOften.class);
        later("20 minutes");

        var other = anotherNode(jdbc);
        other.pass(Limit.REPORTS, who);
        assertThatThrownBy(() -> other.pass(Limit.REPORTS, who)).isInstanceOf(TooOften.class);
    }

    @Test
    void ofManyAtOnceNoneSlipsThrough() {
        var passed = Stream.generate(() -> CompletableFuture.supplyAsync(this::passes)).limit(120).toList().stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(passed).isEqualTo(50);
    }

    @Test
    void whatCouldNotBeRefusedCountsAllTheSame() {
        for (int i = 0; i < 5; i++) {
            limits.spend(Limit.REPORTS, who);
        }

        assertThatThrownBy(() -> limits.look(Limit.REPORTS, who))
                .asInstanceOf(type(TooOften.class))
                .satisfies(refused ->
                        assertThat(refused.after()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60)));
        limits.forget(Limit.REPORTS, who);
        assertThatCode(() -> limits.look(Limit.REPORTS, who)).doesNotThrowAnyException();
    }

    @Test
    void aFloodIsHeldAgainstNobodyForLong() {
        for (int i = 0; i < 100; i++) {
            limits.spend(Limit.REPORTS, who);
        }

        assertThatThrownBy(() -> limits.look(Limit.REPORTS, who))
                .asInstanceOf(type(TooOften.class))
                .satisfies(refused -> assertThat(refused.after()).isLessThan(Duration.ofHours(2)));
    }

    @Test
    void trustEndsWithItsTime() {
        limits.trust(who, Duration.ofDays(30));
        assertThat(limits.trusts(who)).isTrue();
        later("31 days");
        assertThat(limits.trusts(who)).isFalse();
    }

    @Test
    void rowsThatTellNothingAnyMoreAreRemoved() {
        use(1);
        later("1 day");
        limits.pass(Limit.REPORTS, "still counted");
        buckets.purge();

        assertThat(jdbc.sql("select count(*) from rate_bucket where empty_at < now()")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from rate_bucket")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aLimitThatCannotBeCountedKeepsNobodyOut() {
        var nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"));

        assertThatCode(() -> anotherNode(nowhere).pass(Limit.REPORTS, who)).doesNotThrowAnyException();
    }

    private void use(int calls) {
        for (int i = 0; i < calls; i++) {
            limits.pass(Limit.REPORTS, who);
        }
    }

    private boolean passes() {
        try {
            limits.pass(Limit.UNKNOWN_LINKS, who);
            return true;
        } catch (TooOften refused) {
            return false;
        }
    }

    private Limits anotherNode(JdbcClient database) {
        return new Limits(new Buckets(database), rates, List.of(), meters);
    }

    private void later(String time) {
        jdbc.sql("update rate_bucket set empty_at = empty_at - cast(? as interval)")
                .param(time)
                .update();
    }

    private double refusals() {
        return meters.counter("gridcase.refused", "limit", "reports").count();
    }
}
