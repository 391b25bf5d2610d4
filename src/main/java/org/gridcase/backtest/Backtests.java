package org.gridcase.backtest;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gridcase.catalogue.Catalogue;
import org.gridcase.grid.AreaLevel;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Role;
import org.gridcase.policy.Drafts;
import org.gridcase.policy.Rehearsal;
import org.gridcase.policy.Rehearsals;
import org.gridcase.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tries drafts on past decisions, for the city's policy staff. */
@Component
public class Backtests {
    /** Cases of each kind of change, the newest. */
    public static final int KEPT_BY_NAME = 1_000;

    private static final int MOST_OF_DRAFT = 20;
    private static final Pattern DISTRICT = Pattern.compile("\\d{6}");
    private static final Pattern CLASSES = Pattern.compile("[A-Z]\\d{2}(?:\\d{3})?");

    private final BacktestRows rows;
    private final BacktestRunner runner;
    private final Rehearsals rehearsals;
    private final Drafts drafts;
    private final Grids grids;
    private final Catalogue catalogue;
    private final BacktestSettings settings;
    private final Clock clock;

    Backtests(
            BacktestRows rows,
            BacktestRunner runner,
            Rehearsals rehearsals,
            Drafts drafts,
            Grids grids,
            Catalogue catalogue,
            BacktestSettings settings,
            Clock clock) {
        this.rows = rows;
        this.runner = runner;
        this.rehearsals = rehearsals;
        this.drafts = drafts;
        this.grids = grids;
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Begins one, and does not wait for it.
     *
     * @throws BacktestRefused if it is not theirs to begin, or what they ask for is no past, or too many are running
     * @throws org.gridcase.policy.DraftRefused if the draft has not been checked as it is
     */
    @Transactional
    public UUID begin(UUID draft, Stretch over, String by) {
        demand(by);
        check(over);
        Rehearsal rehearsal = rehearsals.of(draft);
        rows.lock();
        rows.lose(settings.silence());
        if (rows.isRunning(draft)) {
            throw BacktestRefused.alreadyRunning();
        }
        if (rows.running() >= settings.running()) {
            throw BacktestRefused.tooMany(settings.running());
        }
        var until = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var since = until.minus(Duration.ofDays(over.days()));
        var it = new Backtest(
                Ids.timeOrdered(),
                draft,
                rehearsal.filesSha256(),
                over,
                since,
                until,
                Backtest.State.RUNNING,
                by,
                until,
                null,
                0,
                Replay.parts(over, since, until).size(),
                Backtest.Figures.NONE);
        rows.add(it);
        afterCommit(() -> runner.start(it, rehearsal));
        return it.id();
    }

    private void check(Stretch over) {
        if (over.days() < 1 || over.days() > Stretch.MOST_DAYS) {
            throw BacktestRefused.days();
        }
        String district = over.district();
        if (!district.isEmpty()
                && (!DISTRICT.matcher(district).matches()
                        || grids.area(district)
                                .filter(area -> area.level() == AreaLevel.DISTRICT)
                                .isEmpty())) {
            throw BacktestRefused.district();
        }
        String classes = over.classes();
        if (!classes.isEmpty()
                && (!CLASSES.matcher(classes).matches()
                        || catalogue.all().stream()
                                .noneMatch(one -> one.serviceCode().startsWith(classes)))) {
            throw BacktestRefused.classes();
        }
    }

    /**
     * It ends within moments, on whichever node it runs.
     *
     * @throws BacktestRefused if it is not theirs to stop, or it has ended
     */
    @Transactional
    public void cancel(UUID id, String by) {
        demand(by);
        if (!get(id, by).isRunning()) {
            throw BacktestRefused.over();
        }
        rows.askToStop(id);
    }

    /** @throws BacktestRefused if there is none, or it is not theirs to see */
    @Transactional(readOnly = true)
    public Backtest get(UUID id, String reader) {
        demand(reader);
        return rows.find(id).orElseThrow(BacktestRefused::none);
    }

    /** The latest of a draft, the newest first. */
    @Transactional(readOnly = true)
    public List<Backtest> of(UUID draft, String reader) {
        demand(reader);
        return rows.of(draft, MOST_OF_DRAFT);
    }

    /** The most frequent first. */
    @Transactional(readOnly = true)
    public List<Shift> shifts(UUID id, Aspect aspect, int most) {
        return rows.shifts(id, aspect, most);
    }

    /** @throws BacktestRefused if nothing shifts so */
    @Transactional(readOnly = true)
    public Shift shift(UUID id, Aspect aspect, String was, String becomes) {
        return rows.shift(id, aspect, was, becomes).orElseThrow(BacktestRefused::none);
    }

    /**
     * Cases of a shift, the newest first; of very many only the newest are kept by name.
     *
     * @param before the last of the page before
     */
    @Transactional(readOnly = true)
    public List<ShiftedCase> cases(
            UUID id, Aspect aspect, String was, String becomes, @Nullable UUID before, int most, String reader) {
        demand(reader);
        return rows.cases(id, aspect, was, becomes, before, most);
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<UnitLoad> units(UUID id) {
        return rows.units(id);
    }

    /** Whether they may begin, stop and read them: policy staff of the whole city. */
    public boolean may(String account) {
        return drafts.may(account, Role.ANALYST) || drafts.may(account, Role.APPROVER);
    }

    private void demand(String account) {
        if (!may(account)) {
            throw BacktestRefused.notYours();
        }
    }

    private static void afterCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                action.run();
            }
        });
    }
}
