package org.gridcase.clock;

import org.gridcase.catalogue.LimitKind;
import org.gridcase.shared.Refusal;

/** What cannot be asked for or decided about a case's time. */
public final class RequestRefused extends Refusal {

    private RequestRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    /** By nobody but whoever works for the unit. */
    static RequestRefused notTheirs() {
        return new RequestRefused(Kind.FORBIDDEN, "clock.request.notTheirs");
    }

    static RequestRefused mayNotResume() {
        return new RequestRefused(Kind.FORBIDDEN, "clock.request.mayNotResume");
    }

    /** The release that the case is pinned to says nothing of it for this district and class. */
    static RequestRefused notAllowed(TimeMove move) {
        return new RequestRefused(Kind.CONFLICT, "clock.request.notAllowed." + move);
    }

    static RequestRefused pending() {
        return new RequestRefused(Kind.CONFLICT, "clock.request.pending");
    }

    static RequestRefused over() {
        return new RequestRefused(Kind.CONFLICT, "clock.request.over");
    }

    static RequestRefused own() {
        return new RequestRefused(Kind.CONFLICT, "clock.request.own");
    }

    static RequestRefused notHandling() {
        return new RequestRefused(Kind.CONFLICT, "clock.request.notHandling");
    }

    static RequestRefused notClosed() {
        return new RequestRefused(Kind.CONFLICT, "clock.request.notClosed");
    }

    static RequestRefused notSuspended() {
        return new RequestRefused(Kind.CONFLICT, "clock.request.notSuspended");
    }

    static RequestRefused overdue(TimeMove move) {
        return new RequestRefused(Kind.CONFLICT, "clock.request.overdue." + move);
    }

    static RequestRefused tooOften(TimeMove move, int times) {
        return new RequestRefused(Kind.CONFLICT, "clock.request.tooOften." + move, times);
    }

    static RequestRefused tooLate(int days) {
        return new RequestRefused(Kind.CONFLICT, "clock.request.tooLate", days);
    }

    static RequestRefused amount(int most, LimitKind kind) {
        return new RequestRefused(Kind.INVALID, "clock.request.amount." + kind, most);
    }

    static RequestRefused days(int most) {
        return new RequestRefused(Kind.INVALID, "clock.request.days", most);
    }

    static RequestRefused reason(int longest) {
        return new RequestRefused(Kind.INVALID, "clock.request.reason", longest);
    }
}
