package org.gridcase.audit;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridcase.database.DurableServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prints how many entries a second are appended, each in a transaction of its own, and how long it takes to verify a
 * chain. Not part of the suite: {@code ./mvnw -q test -Djacoco.skip -Dtest=AuditBenchmark}
 */
class AuditBenchmark {
    private static final int ENTRIES = Integer.getInteger("bench.entries", 4_000);
    private static final int CHAIN = Integer.getInteger("bench.chain", 1_000_000);

    private static final String LENGTHEN = """
            do $$
            declare
              entry audit_chain;
              salt bytea;
            begin
              select number, day, hash into entry.number, entry.day, entry.hash from audit_head;
              for n in 1..1000000 loop
                salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
                entry.number := entry.number + 1;
                entry.day := entry.day + (n % 20000 = 0)::int;
                entry.at := now() + n * interval '1 second';
                entry.actor := 'clerk' || n % 500;
                entry.action := 'case.read';
                entry.subject_kind := 'case';
                entry.subject := gen_random_uuid();
                entry.digest := sha256(salt || convert_to('{"detail":{}}', 'UTF8'));
                entry.hash := audit_hash(entry.hash, entry);
                insert into audit_chain select entry.*;
                insert into audit_payload values (entry.number, salt, '{"detail":{}}');
              end loop;
              alter table audit_head disable trigger audit_only_forward;
              update audit_head set number = entry.number, day = entry.day, hash = entry.hash;
              alter table audit_head enable trigger audit_only_forward;
            end $$""";

    @TempDir
    Path folder;

    @Test
    void print() throws Exception {
        try (var server = DurableServer.start(folder);
                var context = started(server.newDatabase("audit"))) {
            Audit audit = context.getBean(Audit.class);
            append(audit, 8, ENTRIES / 4, "warm-up");
            append(audit, 1, ENTRIES, "appended");
            append(audit, 8, ENTRIES, "appended");
            lengthen(context.getBean(JdbcClient.class));
            verify(context.getBean(ChainCheck.class));
        }
    }

    private static ConfigurableApplicationContext started(String url) {
        return new SpringApplicationBuilder(AuditTest.Setup.class, RealClock.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.allow-bean-definition-overriding=true")
                .run("--spring.datasource.url=" + url, "--logging.level.root=warn", "--spring.main.banner-mode=off");
    }

    /** No stereotype on it, so that no test finds it. */
    static class RealClock {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private static void append(Audit audit, int callers, int entries, String what) throws Exception {
        var left = new AtomicInteger(entries);
        Callable<Object> caller = Executors.callable(() -> {
            while (left.getAndDecrement() > 0) {
                audit.note(new AuditEntry("admin", "case.move", new Subject("case", "1"), "原因", Map.of("to", "route")));
            }
        });
        var threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            for (var done : threads.invokeAll(Collections.nCopies(callers, caller))) {
                done.get();
            }
            System.out.printf(
                    "%-9s %d callers %8.0f entries/s%n", what, callers, entries * 1e9 / (System.nanoTime() - start));
        } finally {
            threads.shutdown();
        }
    }

    /** Written past the head, which moves only at the end: how long this takes says nothing. */
    private static void lengthen(JdbcClient jdbc) {
        jdbc.sql(LENGTHEN.replace("1000000", Integer.toString(CHAIN))).update();
        jdbc.sql("analyze").update();
    }

    private static void verify(ChainCheck check) {
        long start = System.nanoTime();
        Verdict verdict = check.run(day -> {});
        System.out.printf(
                "verified  %d entries, %d days, sound %s, %.1f s%n",
                verdict.entries(), verdict.days(), verdict.sound(), (System.nanoTime() - start) / 1e9);
    }
}
