package org.gridcase.limits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.gridcase.database.DurableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints what counting a call costs, on a durable PostgreSQL with a million rows: from many addresses, and all from one.
 * Not part of the suite: {@code ./mvnw -q test -Djacoco.skip -Dtest=LimitsBenchmark}
 */
class LimitsBenchmark {
    private static final int CALLS = Integer.getInteger("bench.calls", 20_000);
    private static final Rate RATE = new Rate(3_000, Duration.ofMinutes(10));

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder);
                var context = new SpringApplicationBuilder(LimitsTests.Setup.class)
                        .web(WebApplicationType.NONE)
                        .properties("spring.datasource.url=" + server.newDatabase("limits"), "logging.level.root=warn")
                        .run()) {
            var buckets = context.getBean(Buckets.class);
            context.getBean(JdbcClient.class)
                    .sql(
                            "insert into rate_bucket select 'row ' || n, now() + interval '1 hour' from generate_series(1, 1000000) n")
                    .update();
            measure("warm-up", 4, buckets, n -> "warm " + n % 5_000);
            measure("1 caller, 5,000 addresses", 1, buckets, n -> "many " + n % 5_000);
            measure("8 callers, 5,000 addresses", 8, buckets, n -> "more " + n % 5_000);
            measure("8 callers, one address", 8, buckets, n -> "one");
            long begun = System.nanoTime();
            buckets.purge();
            System.out.printf(
                    "purge of %,d rows, a million kept: %,d ms%n", 15_000, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static void measure(String what, int callers, Buckets buckets, IntFunction<String> who) {
        long[] took = new long[CALLS];
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(callers);
        long begun = System.nanoTime();
        CompletableFuture<?>[] all = new CompletableFuture<?>[callers];
        for (int i = 0; i < callers; i++) {
            all[i] = CompletableFuture.runAsync(
                    () -> {
                        for (int n = next.getAndIncrement(); n < CALLS; n = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            buckets.take(who.apply(n), RATE);
                            took[n] = System.nanoTime() - start;
                        }
                    },
                    threads);
        }
        CompletableFuture.allOf(all).join();
        double seconds = (System.nanoTime() - begun) / 1e9;
        threads.shutdown();
        Arrays.sort(took);
        System.out.printf(
                "%s: %,.0f calls/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                what,
                CALLS / seconds,
                took[CALLS / 2] / 1e6,
                took[CALLS * 95 / 100] / 1e6,
                took[CALLS * 99 / 100] / 1e6);
    }
}
