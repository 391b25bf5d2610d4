package org.gridcase.identity.leave;

import java.time.LocalDate;
import org.gridcase.shared.Refusal;
import org.springframework.context.MessageSourceResolvable;

/** A leave, or who is to stand in, that cannot be. */
public class LeaveRefused extends Refusal {

    private LeaveRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static LeaveRefused notYours() {
        return new LeaveRefused(Kind.FORBIDDEN, "identity.leave.notYours");
    }

    static LeaveRefused unknown(String account) {
        return new LeaveRefused(Kind.INVALID, "identity.leave.unknown", account);
    }

    static LeaveRefused withoutReason(int longest) {
        return new LeaveRefused(Kind.INVALID, "identity.leave.withoutReason", longest);
    }

    static LeaveRefused noDay() {
        return new LeaveRefused(Kind.INVALID, "identity.leave.noDay");
    }

    static LeaveRefused reversed() {
        return new LeaveRefused(Kind.INVALID, "identity.leave.reversed");
    }

    static LeaveRefused past() {
        return new LeaveRefused(Kind.INVALID, "identity.leave.past");
    }

    static LeaveRefused tooFar(int days) {
        return new LeaveRefused(Kind.INVALID, "identity.leave.tooFar", days);
    }

    static LeaveRefused tooLong(int days) {
        return new LeaveRefused(Kind.INVALID, "identity.leave.tooLong", days);
    }

    static LeaveRefused overlaps(LocalDate from, LocalDate until) {
        return new LeaveRefused(Kind.CONFLICT, "identity.leave.overlaps", from.toString(), until.toString());
    }

    static LeaveRefused standsIn(String name, LocalDate from, LocalDate until) {
        return new LeaveRefused(Kind.CONFLICT, "identity.leave.standsIn", name, from.toString(), until.toString());
    }

    static LeaveRefused substituteAway(String name, LocalDate from, LocalDate until) {
        return new LeaveRefused(
                Kind.CONFLICT, "identity.leave.substituteAway", name, from.toString(), until.toString());
    }

    static LeaveRefused self() {
        return new LeaveRefused(Kind.INVALID, "identity.leave.self");
    }

    static LeaveRefused namesThemself() {
        return new LeaveRefused(Kind.FORBIDDEN, "identity.leave.namesThemself");
    }

    static LeaveRefused otherRoles() {
        return new LeaveRefused(Kind.FORBIDDEN, "identity.leave.otherRoles");
    }

    static LeaveRefused otherDistrict() {
        return new LeaveRefused(Kind.INVALID, "identity.leave.otherDistrict");
    }

    static LeaveRefused notLent(MessageSourceResolvable role) {
        return new LeaveRefused(Kind.INVALID, "identity.leave.notLent", role);
    }

    static LeaveRefused apart(MessageSourceResolvable role, MessageSourceResolvable other) {
        return new LeaveRefused(Kind.INVALID, "identity.leave.apart", role, other);
    }

    static LeaveRefused over() {
        return new LeaveRefused(Kind.CONFLICT, "identity.leave.over");
    }

    static LeaveRefused gone() {
        return new LeaveRefused(Kind.NOT_FOUND, "identity.leave.gone");
    }
}
