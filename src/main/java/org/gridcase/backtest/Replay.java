package org.gridcase.backtest;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.gridcase.policy.Rehearsal;
import org.jspecify.annotations.Nullable;

/** One backtest at work: stretches of the past, the newest first, each read and followed by one of several threads. */
final class Replay {
    private static final Duration STEP = Duration.ofDays(1);
    private static final Duration SHORT_STEP = Duration.ofHours(6);
    private static final Duration LONG_STEP = Duration.ofDays(20);
    private static final int FEW_DAYS = 8;
    private static final long BEAT_MILLIS = 500;

    private final DataSource database;
    private final BacktestSettings settings;
    private final Backtest asked;
    private final Known known;
    private final Chain chain;
    private final Function<String, String> kindOfGrid;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();

    Replay(
            DataSource database,
            BacktestSettings settings,
            Backtest asked,
            Rehearsal rehearsal,
            Chain chain,
            Function<String, String> kindOfGrid) {
        this.database = database;
        this.settings = settings;
        this.asked = asked;
        this.known = new Known(rehearsal);
        this.chain = chain;
        this.kindOfGrid = kindOfGrid;
    }

    /**
     * A stretch of the past that is done at once.
     *
     * @param ended whether it is for what can be learnt from it, not for its decisions
     */
    record Part(Instant from, Instant until, boolean ended) {}

    /** The newest first. */
    static List<Part> parts(Stretch over, Instant since, Instant until) {
        List<Part> parts = new ArrayList<>();
        add(parts, LONG_STEP, since, until, true);
        add(parts, over.days() < FEW_DAYS ? SHORT_STEP : STEP, since, until, false);
        return parts;
    }

    private static void add(List<Part> parts, Duration step, Instant since, Instant until, boolean ended) {
        for (Instant end = until; end.isAfter(since); end = end.minus(step)) {
            Instant begin = end.minus(step);
            parts.add(new Part(begin.isBefore(since) ? since : begin, end, ended));
        }
    }

    Known known() {
        return known;
    }

    void stop() {
        stopped.set(true);
    }

    /**
     * @param goesOn is asked twice a second, with how many parts are done, whether it shall go on
     * @return none if it shall not
     */
    Tally run(IntPredicate goesOn) {
        Iterator<Part> parts = parts(asked.over(), asked.since(), asked.until()).iterator();
        ExecutorService readers = Executors.newFixedThreadPool(settings.threads(), work -> {
            var thread = new Thread(work, "backtest-reader");
            thread.setDaemon(true);
            return thread;
        });
        CompletionService<Tally> work = new ExecutorCompletionService<>(readers);
        try {
            for (int i = 0; i < settings.threads(); i++) {
                work.submit(reader(parts));
            }
            var sum = tally();
            for (int left = settings.threads(); left > 0; ) {
                var ended = work.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                if (ended != null) {
                    sum.add(ended.get());
                    left--;
                }
                if (!goesOn.test(done.get())) {
                    stop();
                }
            }
            return sum;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            stop();
            readers.shutdownNow();
        }
    }

    private Tally tally() {
        return new Tally(new Shifts(Backtests.KEPT_BY_NAME, settings.kept() / settings.threads()));
    }

    private Callable<Tally> reader(Iterator<Part> parts) {
        return () -> {
            Tally tally = tally();
            try (var reader = new PastReader(database.getConnection(), known, asked.over())) {
                for (Part part = next(parts); part != null && !stopped.get(); part = next(parts)) {
                    read(reader, part, tally);
                    done.incrementAndGet();
                    if (known.records() > settings.records()) {
                        throw new IllegalStateException("more than " + settings.records() + " records");
                    }
                }
            }
            return tally;
        };
    }

    @Nullable
    private static Part next(Iterator<Part> parts) {
        synchronized (parts) {
            return parts.hasNext() ? parts.next() : null;
        }
    }

    private void read(PastReader reader, Part part, Tally tally) throws SQLException, IOException {
        if (part.ended()) {
            reader.ended(part.from(), part.until(), tally);
            return;
        }
        List<CaseRecords> cases = reader.records(part.from(), part.until());
        Set<UUID> placeless = new HashSet<>();
        for (CaseRecords one : cases) {
            if (chain.needsPlace(one)) {
                placeless.add(one.id);
            }
        }
        Map<UUID, Place> places = placeless.isEmpty() ? Map.of() : reader.places(placeless, kindOfGrid);
        for (int i = cases.size() - 1; i >= 0; i--) {
            CaseRecords one = cases.get(i);
            tally.add(one.id, chain.follow(one, places.get(one.id)));
        }
    }
}
