package org.gridcase.past;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.ApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a past from the first row to the last index, and tells how it goes. */
@Component
class Chronicle {
    private static final long TELL_EVERY = 2_000_000_000L;

    private final Past past;
    private final Runs runs;
    private final Aside aside;
    private final JdbcClient jdbc;

    Chronicle(Past past, Runs runs, Aside aside, JdbcClient jdbc) {
        this.past = past;
        this.runs = runs;
        this.aside = aside;
        this.jdbc = jdbc;
    }

    /** @return 0 if it is written, 2 if it was refused */
    int write(ApplicationArguments arguments, PrintStream out) {
        try {
            write(Wanted.of(arguments), out);
            return 0;
        } catch (PastRefused no) {
            out.println(no.getMessage());
            return 2;
        }
    }

    private void write(Wanted wanted, PrintStream out) {
        Runs.Run run = past.begin(wanted);
        long start = System.nanoTime();
        long before = runs.written();
        World world = past.world(run);
        out.printf(
                "%s: about %,d cases%s%n",
                run, world.rhythm().all(), before > 0 ? ", %,d are written".formatted(before) : "");
        var progress = new Progress(out, world.rhythm().all(), before, start);
        past.write(run, world, wanted.threads(), progress);
        double rows = seconds(start);
        aside.back();
        Arrays.stream(Table.values())
                .forEach(table -> jdbc.sql("analyze " + table.title()).update());
        runs.end(world.rhythm().all());
        told(out, runs.written() - before, rows, seconds(start));
    }

    private void told(PrintStream out, long cases, double rows, double seconds) {
        out.printf(
                Locale.ROOT,
                "%,d cases in %.1f s: %,.0f a second; rows in %.1f s, indexes and statistics in %.1f s%n",
                cases,
                seconds,
                cases / seconds,
                rows,
                seconds - rows);
        long all = Math.max(1, runs.written());
        double sum = 0;
        for (Table table : Table.values()) {
            long bytes = jdbc.sql("select pg_total_relation_size(cast(? as regclass))")
                    .param(table.title())
                    .query(Long.class)
                    .single();
            sum += bytes;
            out.printf(Locale.ROOT, "%-16s %,7.0f bytes a case%n", table.title(), (double) bytes / all);
        }
        out.printf(Locale.ROOT, "%-16s %,7.0f bytes a case, with their indexes%n", "all", sum / all);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** A line now and then. */
    private static final class Progress implements java.util.function.LongConsumer {
        private final PrintStream out;
        private final long all;
        private final long before;
        private final long start;
        private final AtomicLong written = new AtomicLong();
        private final AtomicLong told;

        Progress(PrintStream out, long all, long before, long start) {
            this.out = out;
            this.all = all;
            this.before = before;
            this.start = start;
            this.told = new AtomicLong(start);
        }

        @Override
        public void accept(long cases) {
            long sum = written.addAndGet(cases);
            long now = System.nanoTime();
            long last = told.get();
            if (now - last > TELL_EVERY && told.compareAndSet(last, now)) {
                double rate = sum / seconds(start);
                out.printf(
                        Locale.ROOT,
                        "%,d cases, %,.0f a second, %,.0f s to go%n",
                        before + sum,
                        rate,
                        (all - before - sum) / rate);
            }
        }
    }
}
