package org.gridcase.clock;

import org.gridcase.casework.Stage;
import org.jspecify.annotations.Nullable;

/** Which stretch of a case's way is timed. */
public enum Kind {
    /** 受理: from the report until it is filed, settled or ended. */
    ACCEPT,
    /** 核实: while somebody looks whether it is real. */
    CONFIRM,
    /** 派遣 */
    DISPATCH,
    /** 处置: the unit's time, by the filing standard. */
    HANDLING,
    /** 现场处置: of a minor event. */
    ON_SPOT,
    /** 核查 */
    CHECK;

    /** None while a case waits for nobody. */
    public static @Nullable Kind of(Stage stage) {
        return switch (stage) {
            case REPORTED, FILING -> ACCEPT;
            case CONFIRMING -> CONFIRM;
            case DISPATCHING -> DISPATCH;
            case HANDLING -> HANDLING;
            case ON_SPOT -> ON_SPOT;
            case CHECKING, MINOR_CHECK -> CHECK;
            case CLOSING, CLOSED, ANNULLED, JOINED -> null;
        };
    }
}
