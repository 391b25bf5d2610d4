package org.gridcase.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gridcase.casework.Stage;

/** How far a case is, as the public is told. */
public enum Milestone {
    REPORTED,
    FILED,
    DISPATCHED,
    HANDLED,
    CHECKED,
    CLOSED;

    private static final List<Milestone> ON_THE_SPOT = List.of(REPORTED, HANDLED, CLOSED);
    private static final List<Milestone> CHECKED_ON_THE_SPOT = List.of(REPORTED, HANDLED, CHECKED, CLOSED);

    /** Those a case passes; what is settled on the spot goes the short way. */
    static List<Milestone> path(boolean minor, boolean check) {
        if (!minor) {
            return List.of(values());
        }
        return check ? CHECKED_ON_THE_SPOT : ON_THE_SPOT;
    }

    /** Those behind a case of this stage; none for a stage in which a case ended otherwise. */
    static Set<Milestone> behind(Stage stage) {
        return switch (stage) {
            case REPORTED, ON_SPOT, FILING, CONFIRMING -> EnumSet.of(REPORTED);
            case DISPATCHING -> EnumSet.range(REPORTED, FILED);
            case HANDLING -> EnumSet.range(REPORTED, DISPATCHED);
            case CHECKING, MINOR_CHECK -> EnumSet.range(REPORTED, HANDLED);
            case CLOSING -> EnumSet.range(REPORTED, CHECKED);
            case CLOSED -> EnumSet.allOf(Milestone.class);
            case ANNULLED, JOINED -> EnumSet.noneOf(Milestone.class);
        };
    }
}
