package org.gridcase.past;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.gridcase.calendar.Calendars;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.clock.PastClocks;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Units;
import org.gridcase.identity.Staff;
import org.gridcase.policy.Decisions;
import org.gridcase.policy.Releases;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a past: each day told and written in one transaction, several at once. */
@Component
class Past {
    private final Runs runs;
    private final Releases releases;
    private final Decisions decisions;
    private final Grids grids;
    private final Units units;
    private final Duties duties;
    private final Staff staff;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final PastClocks clocks;
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    Past(
            Runs runs,
            Releases releases,
            Decisions decisions,
            Grids grids,
            Units units,
            Duties duties,
            Staff staff,
            Catalogue catalogue,
            Calendars calendars,
            PastClocks clocks,
            DataSource database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ZoneId zone) {
        this.runs = runs;
        this.releases = releases;
        this.decisions = decisions;
        this.grids = grids;
        this.units = units;
        this.duties = duties;
        this.staff = staff;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.clocks = clocks;
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.zone = zone;
    }

    /** What such a past is told from. */
    World world(Runs.Run run) {
        var calendar = calendars.of(null);
        var rhythm = new Rhythm(run.seed(), run.firstDay(), run.untilDay(), run.casesPerDay(), calendar);
        var ground = Ground.of(grids, run.seed());
        return new World(
                run.seed(),
                zone,
                ground,
                new Crew(staff, duties, units),
                new Commonness(catalogue, run.seed()),
                new Pace(run.seed()),
                rhythm,
                decisions.precedents(run.release()),
                clocks.rules(ground.districts()),
                releases.standard(run.release()),
                releases.get(run.release()).catalogueVersion());
    }

    /** @throws PastRefused if it is not to be written here */
    Runs.Run begin(Wanted wanted) {
        return runs.begin(wanted, releases.inForce().number());
    }

    /**
     * Writes all days that are not written yet.
     *
     * @param written is told after each day how many cases it has
     */
    void write(Runs.Run run, World world, int threads, LongConsumer written) {
        Set<LocalDate> done = runs.days();
        List<LocalDate> open = world.rhythm().days().stream()
                .filter(day -> !done.contains(day))
                .toList();
        Instant end = run.untilDay().atStartOfDay(zone).toInstant();
        var pages = ThreadLocal.withInitial(() -> new Pages(run.seed(), end));
        var failed = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (LocalDate day : open) {
                all.add(writers.submit(() -> {
                    if (!failed.get()) {
                        try {
                            written.accept(write(world, day, end, pages.get()));
                        } catch (RuntimeException | Error e) {
                            failed.set(true);
                            throw e;
                        }
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            writers.shutdownNow();
        }
    }

    private int write(World world, LocalDate day, Instant end, Pages pages) {
        List<Tale> tales = new DayOfTales(world, day, end).tell();
        tales.forEach(pages::add);
        transaction.executeWithoutResult(status -> {
            // a day that a power cut takes is told again
            jdbc.sql("set local synchronous_commit = off").update();
            var connection = DataSourceUtils.getConnection(database);
            try {
                pages.send(connection.unwrap(PGConnection.class).getCopyAPI());
            } catch (SQLException e) {
                throw new IllegalStateException("the cases of " + day + " were not written", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, database);
            }
            runs.written(day, tales.size());
        });
        return tales.size();
    }
}
