package org.gridcase.identity.leave;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gridcase.audit.Audit;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.identity.StaffMember;
import org.gridcase.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is away and who stands in: the only way a leave is entered, changed and ended. */
@Component
@Transactional
public class Absences {
    public static final String SYSTEM = "system";

    private static final Period SHOWN_AFTERWARDS = Period.ofDays(30);
    private static final int MOST = 200;

    private final AbsenceRows rows;
    private final LeaveRules rules;
    private final Lending lending;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId zone;

    Absences(
            AbsenceRows rows,
            LeaveRules rules,
            Lending lending,
            Audit audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock,
            ZoneId zone) {
        this.rows = rows;
        this.rules = rules;
        this.lending = lending;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /**
     * Enters a leave; one that begins today takes effect at once.
     *
     * @throws LeaveRefused if it cannot be, or is not this person's to enter
     */
    public Absence enter(NewAbsence wanted, String actor) {
        rules.check(wanted, actor, today());
        var absence = new Absence(
                Ids.timeOrdered(),
                wanted.staff(),
                wanted.substitute(),
                wanted.firstDay(),
                wanted.lastDay(),
                wanted.reason(),
                actor,
                null,
                null);
        rows.add(absence, clock.instant());
        record(actor, "leave.enter", absence, absence.reason());
        if (absence.due(today())) {
            begin(absence, actor);
        }
        return rows.find(absence.id()).orElseThrow();
    }

    /**
     * Ends a leave early, or cancels one that has not begun.
     *
     * @throws LeaveRefused if it is over, or not this person's to end
     */
    public void end(UUID id, String actor) {
        Absence absence = open(id, actor);
        record(actor, absence.begunAt() == null ? "leave.cancel" : "leave.end", absence, null);
        end(absence, actor);
    }

    /**
     * Has somebody else stand in from now on, or nobody.
     *
     * @throws LeaveRefused if they cannot, or the leave is not this person's to change
     */
    public void replace(UUID id, @Nullable String substitute, String actor) {
        Absence absence = open(id, actor);
        String chosen = substitute == null || substitute.isBlank() ? null : substitute.strip();
        if (chosen != null) {
            rules.checkSubstitute(absence.staff(), chosen, absence.firstDay(), absence.lastDay(), actor);
        }
        rows.substitute(id, chosen);
        record(actor, "leave.replace", rows.find(id).orElseThrow(), null);
        returned(absence, actor);
    }

    /** Open absences and those of the last month: one's own, those one stands in for, and those of one's people. */
    @Transactional(readOnly = true)
    public List<Absence> seenBy(String reader) {
        Instant since = today().minus(SHOWN_AFTERWARDS).atStartOfDay(zone).toInstant();
        return rows.seenBy(reader, since, MOST);
    }

    /** The absence in which this person is away at present. */
    @Transactional(readOnly = true)
    public Optional<Absence> running(String staff) {
        LocalDate today = today();
        return rows.between(staff, LocalDate.MIN.withYear(1970), today.plusYears(2)).stream()
                .filter(one -> one.staff().equals(staff) && one.state() == Absence.State.RUNNING)
                .findFirst();
    }

    /** For whom this person stands in at present. */
    @Transactional(readOnly = true)
    public List<StandIn> standIns(String substitute) {
        return jdbc.sql("""
                        select a.staff as lender, s.name, a.last_day from absence a join staff s on s.id = a.staff
                        where a.substitute = ? and a.begun_at is not null and a.ended_at is null
                        order by a.last_day, a.staff""").param(substitute).query(StandIn.class).list();
    }

    /** Whom those that are away might have stand in. */
    @Transactional(readOnly = true)
    public List<StaffMember> proposals(String staff) {
        return lending.proposals(staff);
    }

    @Transactional(readOnly = true)
    List<UUID> due() {
        return rows.due(today());
    }

    /** Begins or ends what is due, unless another node does. */
    void takeEffect(UUID id) {
        rows.takeIfFree(id).filter(absence -> absence.due(today())).ifPresent(absence -> {
            if (absence.over(today())) {
                end(absence, SYSTEM);
            } else {
                begin(absence, SYSTEM);
            }
        });
    }

    /** Whoever works here no longer is neither away nor stands in. */
    public void left(String staff) {
        rows.between(staff, LocalDate.MIN.withYear(1970), today().plusYears(3)).forEach(absence -> {
            if (absence.staff().equals(staff)) {
                end(absence, SYSTEM);
            } else {
                rows.substitute(absence.id(), null);
                record(SYSTEM, "leave.substituteLeft", absence, null);
            }
        });
    }

    private void begin(Absence absence, String actor) {
        rows.begin(absence.id(), clock.instant());
        record(actor, "leave.begin", absence, null);
        events.publishEvent(new LeaveBegan(absence.staff(), actor));
    }

    private void end(Absence absence, String actor) {
        rows.end(absence.id(), actor, clock.instant());
        if (actor.equals(SYSTEM)) {
            record(actor, "leave.end", absence, null);
        }
        returned(absence, actor);
    }

    private void returned(Absence absence, String actor) {
        String substitute = absence.substitute();
        if (substitute != null && absence.state() == Absence.State.RUNNING) {
            events.publishEvent(new StandInEnded(absence.staff(), substitute, actor));
        }
    }

    private Absence open(UUID id, String actor) {
        Absence absence = rows.take(id).orElseThrow(LeaveRefused::gone);
        rules.checkActor(absence.staff(), actor);
        if (absence.endedAt() != null) {
            throw LeaveRefused.over();
        }
        return absence;
    }

    private void record(String actor, String action, Absence absence, @Nullable String reason) {
        String substitute = absence.substitute();
        Map<String, String> detail = Map.of(
                "days",
                absence.firstDay() + "/" + absence.lastDay(),
                "substitute",
                substitute == null ? "-" : substitute);
        audit.record(new AuditEntry(actor, action, new Subject("account", absence.staff()), reason, detail));
    }
}
