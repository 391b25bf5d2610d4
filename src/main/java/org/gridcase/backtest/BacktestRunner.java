package org.gridcase.backtest;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gridcase.backtest.Backtest.Figures;
import org.gridcase.backtest.Backtest.State;
import org.gridcase.backtest.OnTime.Task;
import org.gridcase.catalogue.FilingRows;
import org.gridcase.catalogue.FilingStandard;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Units;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Rehearsal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs backtests on this node, apart from those who ask for them, and marks those whose node is gone. */
@Component
class BacktestRunner implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(BacktestRunner.class);
    private static final int MOST_SHIFTS = 20_000;
    private static final int KEEP_CASES_OF = 5;

    private final BacktestRows rows;
    private final Drafts drafts;
    private final Units units;
    private final Grids grids;
    private final FilingStandard standard;
    private final DataSource database;
    private final BacktestSettings settings;
    private final TransactionTemplate transaction;
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();
    private final ExecutorService runs = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "backtest");
        thread.setDaemon(true);
        return thread;
    });

    BacktestRunner(
            BacktestRows rows,
            Drafts drafts,
            Units units,
            Grids grids,
            FilingStandard standard,
            DataSource database,
            BacktestSettings settings,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.drafts = drafts;
        this.units = units;
        this.grids = grids;
        this.standard = standard;
        this.database = database;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins, and does not wait. */
    void start(Backtest asked, Rehearsal rehearsal) {
        here.add(asked.id());
        runs.execute(() -> {
            try {
                run(asked, rehearsal);
            } catch (RuntimeException | Error failed) {
                LOG.warn("backtest {} of draft {} failed", asked.id(), asked.draft(), failed);
                rows.end(asked.id(), here.contains(asked.id()) ? State.FAILED : State.LOST);
            } finally {
                here.remove(asked.id());
            }
        });
    }

    private void run(Backtest asked, Rehearsal rehearsal) {
        long start = System.nanoTime();
        Map<Integer, FilingRows> versions = new ConcurrentHashMap<>();
        var chain = new Chain(
                rehearsal, new ServingUnits(units.all()), version -> versions.computeIfAbsent(version, standard::in));
        var replay = new Replay(database, settings, asked, rehearsal, chain, kindOfGrid());
        Tally tally = replay.run(done -> here.contains(asked.id()) && rows.beat(asked.id(), done));
        if (!rows.beat(asked.id(), asked.steps())) {
            rows.end(asked.id(), State.CANCELLED);
            return;
        }
        var learnt = new OnTime(tally.ended);
        Map<String, UnitLoad> loads = loads(tally, learnt);
        var figures = figures(replay.known(), rehearsal, tally, learnt, loads, (System.nanoTime() - start) / 1_000_000);
        transaction.executeWithoutResult(status -> {
            if (rows.finish(asked.id(), figures)) {
                rows.addShifts(asked.id(), tally.shifts.most(MOST_SHIFTS), tally.shifts, settings.kept());
                rows.addUnits(asked.id(), loads.values().stream().toList());
                rows.forgetCases(asked.draft(), KEEP_CASES_OF);
                drafts.backtested(asked.draft(), asked.filesSha256(), asked.askedBy(), said(asked, figures));
            }
        });
        LOG.info(
                "backtest of {} decision records, {} different inputs, in {} ms",
                figures.records(),
                figures.distinct(),
                figures.millis());
    }

    /** What the draft's history keeps of it; put into words where it is shown. */
    private static String said(Backtest asked, Figures it) {
        return "%d %d %d".formatted(asked.over().days(), it.cases(), it.changed());
    }

    private Function<String, String> kindOfGrid() {
        Map<String, String> known = new ConcurrentHashMap<>();
        return code -> known.computeIfAbsent(
                code, any -> grids.area(any).map(Area::kind).orElse(""));
    }

    private static Map<String, UnitLoad> loads(Tally tally, OnTime learnt) {
        Map<String, double[]> sums = new TreeMap<>();
        tally.loads.forEach((load, both) -> {
            double share = learnt.share(load.task(), load.was());
            double[] sum = sums.computeIfAbsent(load.task().unit(), any -> new double[4]);
            sum[0] += both[0];
            sum[1] += both[1];
            sum[2] += both[0] * share;
            sum[3] += both[1] * share;
        });
        Stream.concat(sums.keySet().stream(), tally.ended.keySet().stream().map(Task::unit))
                .distinct()
                .toList()
                .forEach(unit -> sums.computeIfAbsent(unit, any -> new double[4]));
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new UnitLoad(
                                one.getKey(),
                                (long) one.getValue()[0],
                                (long) one.getValue()[1],
                                one.getValue()[2],
                                one.getValue()[3],
                                learnt.of(one.getKey()).cases,
                                learnt.of(one.getKey()).onTime)));
    }

    private static Figures figures(
            Known known, Rehearsal rehearsal, Tally tally, OnTime learnt, Map<String, UnitLoad> loads, long millis) {
        return new Figures(
                known.records(),
                tally.cases,
                known.distinct(),
                rehearsal.answered(),
                tally.changed,
                tally.overruled,
                loads.values().stream().mapToLong(UnitLoad::then).sum(),
                loads.values().stream().mapToLong(UnitLoad::now).sum(),
                learnt.all().cases,
                learnt.all().onTime,
                loads.values().stream().mapToDouble(UnitLoad::expectedThen).sum(),
                loads.values().stream().mapToDouble(UnitLoad::expectedNow).sum(),
                millis);
    }

    @Scheduled(fixedDelay = 10_000)
    void lose() {
        int lost = rows.lose(settings.silence());
        if (lost > 0) {
            LOG.warn("{} backtests were lost with their nodes; they can be begun again", lost);
        }
    }

    /** What this node has not finished is lost with it. */
    @Override
    public void destroy() {
        var unfinished = Set.copyOf(here);
        here.clear();
        runs.shutdownNow();
        for (UUID id : unfinished) {
            try {
                rows.end(id, State.LOST);
            } catch (RuntimeException noDatabase) {
                LOG.debug("backtest {} is marked as lost by whoever looks next", id, noDatabase);
            }
        }
    }
}
