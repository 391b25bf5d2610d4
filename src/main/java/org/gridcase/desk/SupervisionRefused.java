package org.gridcase.desk;

import org.gridcase.shared.Refusal;

/** Only the district's supervisor ends a case out of turn, and says why. */
public class SupervisionRefused extends Refusal {

    private SupervisionRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static SupervisionRefused notSupervisor() {
        return new SupervisionRefused(Kind.FORBIDDEN, "desk.supervision.notSupervisor");
    }

    static SupervisionRefused notWatcher() {
        return new SupervisionRefused(Kind.FORBIDDEN, "desk.supervision.notWatcher");
    }

    static SupervisionRefused withoutReason(int limit) {
        return new SupervisionRefused(Kind.INVALID, "desk.supervision.withoutReason", limit);
    }
}
