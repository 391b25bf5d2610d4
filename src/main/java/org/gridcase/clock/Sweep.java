package org.gridcase.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Stage;
import org.gridcase.shared.CaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lights the lamps of clocks whose time has come, and counts again what another calendar counts otherwise. Several nodes
 * may do so at once: each takes what no other holds. The case is taken before its clock, as every move does.
 */
@Component
class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 500;

    /** The lamp that it should show, of those that run and show less. */
    private static final String DUE = """
            with due as (
              select k.case_id, k.clock from case_clock k join city_case c on c.id = k.case_id
              where k.state = 'RUNNING' and %s
              order by k.%s limit ? for update of c skip locked)
            update case_clock k set lamp = '%s'%s
            from due where k.case_id = due.case_id and k.clock = due.clock and k.state = 'RUNNING'
            returning k.case_id, k.clock, k.district, k.unit, k.%2$s as at""";

    private static final String YELLOW =
            DUE.formatted("k.lamp = 'GREEN' and k.yellow_at <= ? and k.due_at >= ?", "yellow_at", "YELLOW", "");
    private static final String RED =
            DUE.formatted("k.lamp <> 'RED' and k.due_at < ?", "due_at", "RED", ", late = true");

    private static final String OTHERWISE = """
            select k.*, c.stage from case_clock k join city_case c on c.id = k.case_id
            where k.state <> 'STOPPED' and k.counting <> 'CONTINUOUS' and k.calendar < ?
            order by k.calendar limit ? for update of c skip locked""";

    private final JdbcTemplate jdbc;
    private final Clocks clocks;
    private final DueTimes times;
    private final Calendars calendars;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Sweep(
            JdbcTemplate jdbc,
            Clocks clocks,
            DueTimes times,
            Calendars calendars,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.times = times;
        this.calendars = calendars;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${gridcase.clock.sweep:2s}")
    void sweep() {
        light();
        recount();
    }

    /** @return how many lamps were lit */
    int light() {
        return inBatches(() -> light(Lamp.RED, RED)) + inBatches(() -> light(Lamp.YELLOW, YELLOW));
    }

    /** @return how many clocks were counted again */
    int recount() {
        return inBatches(() -> recount(calendars.version()));
    }

    private int inBatches(IntSupplier one) {
        int sum = 0;
        int done;
        do {
            Integer batch = transaction.execute(status -> one.getAsInt());
            done = batch == null ? 0 : batch;
            sum += done;
        } while (done == BATCH);
        return sum;
    }

    private int light(Lamp lamp, String sql) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Object[] arguments = lamp == Lamp.RED ? new Object[] {now, BATCH} : new Object[] {now, now, BATCH};
        List<LampLit> lit = jdbc.query(
                sql,
                (row, n) -> {
                    Instant at = row.getTimestamp("at").toInstant();
                    return new LampLit(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            Kind.valueOf(row.getString("clock")),
                            lamp,
                            at,
                            row.getString("district"),
                            row.getString("unit"));
                },
                arguments);
        if (!lit.isEmpty()) {
            times.lit(lit.stream().map(LampLit::id).toList(), lamp == Lamp.RED);
        }
        lit.forEach(events::publishEvent);
        return lit.size();
    }

    private int recount(int version) {
        record Old(CaseClock clock, Stage stage) {}
        List<Old> old = jdbc.query(
                OTHERWISE,
                (row, n) -> new Old(ClockRows.read(row, n), Stage.valueOf(row.getString("stage"))),
                version,
                BATCH);
        old.forEach(it -> clocks.recount(it.clock(), it.stage(), "calendar " + version));
        if (!old.isEmpty()) {
            log.info("{} clocks counted again by calendar {}", old.size(), version);
        }
        return old.size();
    }
}
