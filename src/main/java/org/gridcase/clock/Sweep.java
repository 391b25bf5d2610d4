package org.gridcase.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.gridcase.calendar.Calendars;
import org.gridcase.casework.DueTimes;
import org.gridcase.casework.Stage;
import org.gridcase.clock.EscalationRows.Lit;
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
 * Lights the lamps of clocks whose time has come, tells whom the city wants to know, and counts again what another calendar counts otherwise. Several nodes
 * may do so at once: each takes what no other holds. The case is taken before its clock, as every move does.
 */
@Component
class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 500;

    /** The lamp that it should show, of those that run and show less. */
    private static final String DUE = """
            with due as (
              select k.case_id, k.clock, c.release, c.service_code from case_clock k join city_case c on c.id = k.case_id
              where k.state = 'RUNNING' and %s
              order by k.%s limit ? for update of c skip locked)
            update case_clock k set lamp = '%s'%s
            from due where k.case_id = due.case_id and k.clock = due.clock and k.state = 'RUNNING'
            returning k.case_id, k.clock, k.district, k.unit, k.started_at, k.extensions, due.release,
              due.service_code, k.%2$s as at""";

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
    private final Escalations escalations;
    private final Watches watches;
    private final Calendars calendars;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Sweep(
            JdbcTemplate jdbc,
            Clocks clocks,
            DueTimes times,
            Escalations escalations,
            Watches watches,
            Calendars calendars,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.times = times;
        this.escalations = escalations;
        this.watches = watches;
        this.calendars = calendars;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${gridcase.clock.sweep:2s}")
    void sweep() {
        light();
        escalate();
        remind();
        recount();
    }

    /** @return how many lamps were lit */
    int light() {
        return inBatches(BATCH, () -> light(Lamp.RED, RED)) + inBatches(BATCH, () -> light(Lamp.YELLOW, YELLOW));
    }

    /** @return how many steps of escalation were taken or passed over */
    int escalate() {
        return inBatches(Escalations.BATCH, escalations::tell);
    }

    /** @return how many replies to supervisors were late */
    int remind() {
        return inBatches(Watches.BATCH, watches::remind);
    }

    /** @return how many clocks were counted again */
    int recount() {
        return inBatches(BATCH, () -> recount(calendars.version()));
    }

    private int inBatches(int full, IntSupplier one) {
        int sum = 0;
        int done;
        do {
            Integer batch = transaction.execute(status -> one.getAsInt());
            done = batch == null ? 0 : batch;
            sum += done;
        } while (done == full);
        return sum;
    }

    private int light(Lamp lamp, String sql) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Object[] arguments = lamp == Lamp.RED ? new Object[] {now, BATCH} : new Object[] {now, now, BATCH};
        List<Lit> lit = jdbc.query(sql, (row, n) -> lit(row, lamp), arguments);
        if (!lit.isEmpty()) {
            times.lit(lit.stream().map(it -> it.told().id()).toList(), lamp == Lamp.RED);
        }
        escalations.plan(lit, now.toInstant());
        lit.forEach(it -> events.publishEvent(it.told()));
        return lit.size();
    }

    private static Lit lit(ResultSet row, Lamp lamp) throws SQLException {
        var told = new LampLit(
                new CaseId(row.getObject("case_id", UUID.class)),
                Kind.valueOf(row.getString("clock")),
                lamp,
                row.getTimestamp("at").toInstant(),
                row.getString("district"),
                row.getString("unit"));
        return new Lit(
                told,
                row.getInt("release"),
                row.getString("service_code"),
                row.getTimestamp("started_at").toInstant(),
                row.getInt("extensions"));
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
