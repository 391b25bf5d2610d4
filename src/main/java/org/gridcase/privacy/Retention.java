package org.gridcase.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes away each night what has been kept long enough, on whichever node comes first. What a batch took is gone with its
 * commit, so a run that was cut short is taken up by the next.
 */
@Component
public class Retention {
    /** Of the database's advisory locks, the one that only who purges holds. */
    private static final long LOCK = 20_260_020;

    private final DataSource database;
    private final RetentionSettings settings;
    private final List<Perishable> perishables;
    private final RetentionRuns runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            DataSource database,
            RetentionSettings settings,
            List<Perishable> perishables,
            RetentionRuns runs,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.settings = settings;
        this.perishables = perishables;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A kind that is misspelt would be kept for ever. */
    private void checkKinds() {
        Set<String> known = perishables.stream().map(Perishable::kind).collect(Collectors.toSet());
        if (!known.containsAll(settings.keep().keySet())) {
            throw new IllegalArgumentException("gridcase.privacy.keep knows only " + known);
        }
    }

    @Scheduled(cron = "${gridcase.privacy.nightly:0 45 1 * * *}", zone = "${gridcase.zone:Asia/Shanghai}")
    void nightly() {
        run();
    }

    /** @return the run, as its record is numbered; none if another node is at it */
    public Optional<Long> run() {
        try (Connection holder = database.getConnection()) {
            if (!said(holder, "select pg_try_advisory_lock(?)")) {
                return Optional.empty();
            }
            try {
                return Optional.of(purge());
            } finally {
                said(holder, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean said(Connection holder, String sql) throws SQLException {
        try (PreparedStatement asked = holder.prepareStatement(sql)) {
            asked.setLong(1, LOCK);
            try (ResultSet answer = asked.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private long purge() {
        checkKinds();
        long run = runs.begin();
        Instant now = clock.instant();
        for (Perishable one : perishables) {
            var period = settings.keep().get(one.kind());
            if (period != null) {
                purge(run, one, now.minus(period));
            }
        }
        runs.end(run);
        return run;
    }

    private void purge(long run, Perishable one, Instant before) {
        int gone;
        do {
            Integer batch = transaction.execute(status -> {
                int went = one.purge(before, settings.batch());
                runs.add(run, one.kind(), went);
                return went;
            });
            gone = batch == null ? 0 : batch;
        } while (gone >= settings.batch());
    }
}
