package org.gridcase.desk.process;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridcase.audit.AuditEntry;
import org.gridcase.audit.Subject;
import org.gridcase.casework.Cases;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.identity.leave.Absences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives all that somebody had claimed, and their grids, to others; what went where is kept. */
@Component
@Transactional
public class HandOvers {
    private static final String ACTION = "task.handOverAll";

    private final Claims claims;
    private final Cases cases;
    private final Staff staff;
    private final Scopes scopes;
    private final Duties duties;
    private final Absences absences;
    private final Administrators administrators;
    private final JdbcClient jdbc;
    private final Clock clock;

    HandOvers(
            Claims claims,
            Cases cases,
            Staff staff,
            Scopes scopes,
            Duties duties,
            Absences absences,
            Administrators administrators,
            JdbcClient jdbc,
            Clock clock) {
        this.claims = claims;
        this.cases = cases;
        this.staff = staff;
        this.scopes = scopes;
        this.duties = duties;
        this.absences = absences;
        this.administrators = administrators;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An administrator gives all that a person has claimed to a colleague, or back to its groups.
     *
     * @return how many tasks
     * @throws HandOverRefused if there is none, or the colleague does not hold one of the groups
     */
    public int all(String account, @Nullable String colleague, Intervention why) {
        List<Claims.Claim> claimed = claims.of(account);
        if (claimed.isEmpty()) {
            throw HandOverRefused.nothing(account);
        }
        claimed.forEach(claim -> {
            administrators.check(why, district(claim));
            if (colleague != null) {
                checkHolds(colleague, claim);
            }
            pass(claim, account, colleague, why.administrator(), why.reason());
        });
        return claimed.size();
    }

    /** Everything of somebody who works here no longer; called again while something is left. */
    void ofLeaver(String account) {
        absences.left(account);
        List<Claims.Claim> claimed = claims.of(account);
        claimed.forEach(claim -> pass(claim, account, null, Absences.SYSTEM, null));
        claims.freeRest(account);
        duties.held(account).forEach(duty -> keep(duty, account));
        duties.vacate(account);
        if (claimed.size() < Claims.MOST) {
            jdbc.sql("update leaver set done_at = ? where staff = ? and done_at is null")
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .param(account)
                    .update();
        }
    }

    private void checkHolds(String colleague, Claims.Claim claim) {
        var held = staff.grantsOf(colleague);
        if (held.stream().noneMatch(grant -> claim.groups().contains(grant.group()))) {
            throw HandOverRefused.notHeld(colleague, String.join(", ", claim.groups()));
        }
    }

    private void pass(
            Claims.Claim claim, String account, @Nullable String colleague, String by, @Nullable String reason) {
        String to = colleague == null ? String.join(", ", claim.groups()) : colleague;
        var told = Map.of("action", ACTION, "holder", account, "task", claim.key(), "to", to);
        // the case first, as whoever completes the task does
        cases.passOn(claim.caseId(), by, reason, told);
        claims.pass(claim, colleague);
        administrators.record(new AuditEntry(by, ACTION, Subject.of(claim.caseId()), reason, told));
        keep(account, by, "TASK", district(claim), claim.caseId().toString(), claim.key(), to);
    }

    private void keep(Duty duty, String account) {
        String district = scopes.find(duty.grid())
                .map(Scope::district)
                .filter(Objects::nonNull)
                .orElse("");
        keep(account, Absences.SYSTEM, duty.kind().name(), district, duty.grid(), null, null);
    }

    private void keep(
            String account,
            String by,
            String kind,
            String district,
            String subject,
            @Nullable String task,
            @Nullable String to) {
        jdbc.sql("""
                        insert into handed_over (staff, name, at, handed_by, kind, district, subject, task, given_to)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(account)
                .param(staff.find(account).map(StaffMember::name).orElse(account))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(by)
                .param(kind)
                .param(district)
                .param(subject)
                .param(task)
                .param(to)
                .update();
    }

    private String district(Claims.Claim claim) {
        return cases.facts(claim.caseId()).location().district();
    }
}
