package org.gridcase.benchmark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gridcase.database.DurableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Prints how many cases a second go from report to close, beside a bare Camunda starter that runs the same model with
 * empty steps, in alternating rounds on the same durable PostgreSQL. Not part of the suite:
 * {@code ./mvnw -q test -Djacoco.skip -Dtest=LifecycleBenchmark}
 */
class LifecycleBenchmark {
    private static final int CALLERS = 8;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final int CASES = Integer.getInteger("bench.cases", 400);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 600);

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder.resolve("server"));
                var defaults = BareStarter.onDefaults(server.newDatabase("bare_defaults"));
                var settings = BareStarter.onOurSettings(server.newDatabase("bare_settings"));
                var given = ours(server, "ours", "GridCase, class given", WholeApplication.COLLAPSE);
                var model = ours(server, "ours_model", "GridCase, text model", null)) {
            var contenders = List.of(given, defaults, settings, model);
            for (var contender : contenders) {
                contender.prepare(WARM_UP);
                Callers.run(CALLERS, WARM_UP, contender::walk);
            }
            measure(server, contenders);
        }
    }

    private Contender ours(DurableServer server, String database, String name, String serviceCode) {
        return new WholeApplication(server.newDatabase(database), folder.resolve(database)).walking(name, serviceCode);
    }

    private static void measure(DurableServer server, List<Contender> contenders) throws Exception {
        Map<Contender, Sheet> sheets = new LinkedHashMap<>();
        Map<Contender, Long> commits = new LinkedHashMap<>();
        for (var contender : contenders) {
            sheets.put(contender, new Sheet());
            commits.put(contender, -commits(contender));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var contender : contenders) {
                contender.prepare(CASES);
                // or one contender's full-page writes would follow another's checkpoint
                server.execute("checkpoint");
                round(contender, sheets.get(contender));
            }
        }
        contenders.forEach(contender -> commits.merge(contender, commits(contender), Long::sum));
        print(sheets, commits);
    }

    private static void round(Contender contender, Sheet sheet) throws Exception {
        var jdbc = new JdbcTemplate(contender.database());
        var start = Reading.now(jdbc);
        Callers.run(CALLERS, CASES, contender::walk);
        sheet.add(CASES, start, Reading.now(jdbc));
    }

    /** Backends report what they did only after ten idle seconds. */
    private static long commits(Contender contender) {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(11));
        return new JdbcTemplate(contender.database())
                .queryForObject(
                        "select xact_commit from pg_stat_database where datname = current_database()", Long.class);
    }

    private static void print(Map<Contender, Sheet> sheets, Map<Contender, Long> commits) {
        System.out.printf("%n%d callers, %d rounds of %d cases, medians%n", CALLERS, ROUNDS, CASES);
        System.out.printf(
                "%-24s %8s %14s %14s %12s %12s%n",
                "", "cases/s", "(range)", "transactions", "WAL KB/case", "CPU ms/case");
        sheets.forEach((contender, sheet) -> System.out.printf(
                "%-24s %8.1f %14s %14.1f %12.1f %12.1f%n",
                contender.name(),
                sheet.casesPerSecond(),
                sheet.range(),
                commits.get(contender) / (double) (ROUNDS * CASES),
                sheet.kilobytes(),
                sheet.cpuMillis()));
    }
}
