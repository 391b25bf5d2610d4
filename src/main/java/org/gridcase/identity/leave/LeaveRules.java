package org.gridcase.identity.leave;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which leaves can be, and who may stand in for whom. */
@Component
class LeaveRules {
    private static final int LONGEST_REASON = 200;

    private final AbsenceRows rows;
    private final Managing managing;
    private final Lending lending;
    private final Staff staff;
    private final JdbcClient jdbc;
    private final int farthest;
    private final int longest;

    LeaveRules(
            AbsenceRows rows,
            Managing managing,
            Lending lending,
            Staff staff,
            JdbcClient jdbc,
            @Value("${gridcase.leave.farthest-days:366}") int farthest,
            @Value("${gridcase.leave.longest-days:366}") int longest) {
        this.rows = rows;
        this.managing = managing;
        this.lending = lending;
        this.staff = staff;
        this.jdbc = jdbc;
        this.farthest = farthest;
        this.longest = longest;
    }

    /** @throws LeaveRefused naming the first rule that is broken */
    void check(NewAbsence wanted, String actor, LocalDate today) {
        checkActor(wanted.staff(), actor);
        known(wanted.staff());
        if (wanted.reason().isEmpty() || wanted.reason().length() > LONGEST_REASON) {
            throw LeaveRefused.withoutReason(LONGEST_REASON);
        }
        checkDays(wanted.firstDay(), wanted.lastDay(), today);
        oneAtATime(wanted.staff(), wanted.substitute() == null ? "" : wanted.substitute());
        checkOwn(wanted);
        if (wanted.substitute() != null) {
            checkSubstitute(wanted.staff(), wanted.substitute(), wanted.firstDay(), wanted.lastDay(), actor);
        }
    }

    /** @throws LeaveRefused by anybody but the person themself and those who enter leave for them */
    void checkActor(String person, String actor) {
        if (!person.equals(actor) && !managing.manages(actor, person)) {
            throw LeaveRefused.notYours();
        }
    }

    private void checkDays(LocalDate first, LocalDate last, LocalDate today) {
        if (last.isBefore(first)) {
            throw LeaveRefused.reversed();
        }
        if (first.isBefore(today)) {
            throw LeaveRefused.past();
        }
        if (ChronoUnit.DAYS.between(today, first) > farthest) {
            throw LeaveRefused.tooFar(farthest);
        }
        if (ChronoUnit.DAYS.between(first, last) >= longest) {
            throw LeaveRefused.tooLong(longest);
        }
    }

    /** Nobody is away twice, and nobody on whom others rely while they do. */
    private void checkOwn(NewAbsence wanted) {
        for (Absence other : rows.between(wanted.staff(), wanted.firstDay(), wanted.lastDay())) {
            if (other.staff().equals(wanted.staff())) {
                throw LeaveRefused.overlaps(other.firstDay(), other.lastDay());
            }
            throw LeaveRefused.standsIn(name(other.staff()), other.firstDay(), other.lastDay());
        }
    }

    void checkSubstitute(String lender, String substitute, LocalDate first, LocalDate last, String actor) {
        known(substitute);
        if (substitute.equals(lender)) {
            throw LeaveRefused.self();
        }
        if (substitute.equals(actor)) {
            throw LeaveRefused.namesThemself();
        }
        oneAtATime(lender, substitute);
        List<Absence> theirs = rows.between(substitute, first, last);
        theirs.stream()
                .filter(one -> one.staff().equals(substitute))
                .findFirst()
                .ifPresent(away -> {
                    throw LeaveRefused.substituteAway(name(substitute), away.firstDay(), away.lastDay());
                });
        if (lender.equals(actor) && !lending.sameRoles(lender, substitute)) {
            throw LeaveRefused.otherRoles();
        }
        lending.check(
                lender,
                substitute,
                theirs.stream()
                        .map(Absence::staff)
                        .filter(other -> !other.equals(lender))
                        .toList());
    }

    /** Two leaves that lean on each other are entered one after the other, and the second is refused. */
    private void oneAtATime(String one, String other) {
        jdbc.sql("select id from staff where id in (?, ?) order by id for update")
                .params(one, other)
                .query(String.class)
                .list();
    }

    private void known(String account) {
        if (staff.find(account).isEmpty()) {
            throw LeaveRefused.unknown(account);
        }
    }

    private String name(String account) {
        return staff.find(account).map(StaffMember::name).orElse(account);
    }
}
