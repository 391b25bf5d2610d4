package org.gridcase.desk.process;

import org.gridcase.shared.Refusal;

/** A stuck case is not set right this way. */
public class InterventionRefused extends Refusal {
    static final int LONGEST_REASON = 500;

    private InterventionRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static InterventionRefused notAdministrator() {
        return new InterventionRefused(Kind.FORBIDDEN, "desk.intervention.notAdministrator");
    }

    static InterventionRefused withoutReason() {
        return new InterventionRefused(Kind.INVALID, "desk.intervention.withoutReason", LONGEST_REASON);
    }

    static InterventionRefused gone() {
        return new InterventionRefused(Kind.CONFLICT, "desk.intervention.gone");
    }

    static InterventionRefused nowhere(String activity) {
        return new InterventionRefused(Kind.INVALID, "desk.intervention.nowhere", activity);
    }

    static InterventionRefused noOrphan() {
        return new InterventionRefused(Kind.CONFLICT, "desk.intervention.noOrphan");
    }

    static InterventionRefused shut(ShutDoor door) {
        return new InterventionRefused(Kind.INVALID, "desk.intervention.shut." + door.code());
    }

    static InterventionRefused noSuchDoor() {
        return new InterventionRefused(Kind.NOT_FOUND, "shared.notFound");
    }

    static InterventionRefused toOneself() {
        return new InterventionRefused(Kind.FORBIDDEN, "desk.intervention.toOneself");
    }

    static InterventionRefused heldByNobody(String group) {
        return new InterventionRefused(Kind.INVALID, "desk.intervention.heldByNobody", group);
    }
}
