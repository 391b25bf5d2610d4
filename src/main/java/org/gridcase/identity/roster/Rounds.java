package org.gridcase.identity.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be asked of Keycloak next, in steps that are a transaction each: any node may take any step. */
@Component
@WithRoster
class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final RosterTurns turns;
    private final Hearing hearing;
    private final Reconciling reconciling;
    private final Reconciles reconciles;
    private final RosterSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ZoneId zone;

    Rounds(
            RosterTurns turns,
            Hearing hearing,
            Reconciling reconciling,
            Reconciles reconciles,
            RosterSettings settings,
            PlatformTransactionManager transactions,
            Clock clock,
            ZoneId zone) {
        this.turns = turns;
        this.hearing = hearing;
        this.reconciling = reconciling;
        this.reconciles = reconciles;
        this.settings = settings;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.zone = zone;
    }

    /** @return whether there is more to do at once */
    boolean next() {
        return next(turns::take);
    }

    /** The same, but waits for its turn. */
    boolean nextAfterOthers() {
        return next(() -> Optional.of(turns.await()));
    }

    private boolean next(Supplier<Optional<RosterTurn>> take) {
        try {
            inTurn(take, this::listen);
            boolean more = inTurn(take, this::reconcile);
            turns.fine();
            return more;
        } catch (KeycloakFailure failure) {
            LOG.warn("the staff could not be synchronised: {}", failure.getMessage());
            turns.failed(failure.why().code());
            return false;
        } catch (RuntimeException failure) {
            LOG.error("the staff could not be synchronised", failure);
            turns.failed(KeycloakFailure.Why.UNEXPECTED.code());
            return false;
        }
    }

    private boolean inTurn(Supplier<Optional<RosterTurn>> take, Predicate<RosterTurn> act) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> take.get().filter(act).isPresent()));
    }

    /** Not again if another node has just listened. */
    private boolean listen(RosterTurn turn) {
        Instant fresh = clock.instant().minus(settings.poll().multipliedBy(4).dividedBy(5));
        boolean due = turn.heardAt() == null
                || turn.failure() != null
                || turn.heardAt().isBefore(fresh);
        if (turn.toldTo() != null && due) {
            hearing.listen(turn, turn.toldTo());
        }
        return due;
    }

    private boolean reconcile(RosterTurn turn) {
        Optional<Reconcile> open = reconciles.open();
        if (open.isPresent()) {
            reconciling.step(open.get());
            return true;
        }
        String cause = cause(turn);
        if (cause != null) {
            reconciling.begin(cause, turn);
        }
        return cause != null;
    }

    private @Nullable String cause(RosterTurn turn) {
        var last = reconciles.last(1);
        if (last.isEmpty()) {
            return "first";
        }
        return turn.wanted() != null ? turn.wanted() : isNightSince(last.get(0).startedAt()) ? "nightly" : null;
    }

    private boolean isNightSince(Instant last) {
        ZonedDateTime next = CronExpression.parse(settings.nightly()).next(last.atZone(zone));
        return next != null && !next.toInstant().isAfter(clock.instant());
    }
}
