package org.gridcase.desk.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.gridcase.identity.StaffLeft;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over what those held who left, in transactions of their own: a task in somebody's hands at this moment does not
 * keep an account from being shut.
 */
@Component
class Leavers {
    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);

    private final HandOvers handOvers;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    Leavers(HandOvers handOvers, TransactionTemplate transaction, JdbcClient jdbc, Clock clock) {
        this.handOvers = handOvers;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void left(StaffLeft event) {
        jdbc.sql("insert into leaver (staff, left_at) values (?, ?)")
                .params(event.staff(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Scheduled(fixedDelayString = "${gridcase.leave.sweep:15s}")
    void sweep() {
        jdbc.sql("select id from leaver where done_at is null order by id limit 1000")
                .query(Long.class)
                .list()
                .forEach(this::handOver);
    }

    private void handOver(long leaver) {
        try {
            transaction.executeWithoutResult(status -> waiting(leaver).forEach(handOvers::ofLeaver));
        } catch (RuntimeException failure) {
            LOG.warn("leaver {} not handed over, to be tried again", leaver, failure);
        }
    }

    /** None if another node is at it. */
    private List<String> waiting(long leaver) {
        return jdbc.sql("select staff from leaver where id = ? and done_at is null for update skip locked")
                .param(leaver)
                .query(String.class)
                .list();
    }
}
