package org.gridcase.casework;

/** Where a case stands: what it is waiting for, or how it ended. */
public enum Stage {
    REPORTED,
    ON_SPOT,
    MINOR_CHECK,
    FILING,
    CONFIRMING,
    DISPATCHING,
    HANDLING,
    CHECKING,
    CLOSING,
    CLOSED,
    ANNULLED,
    JOINED;

    /** Whether nobody has anything left to do. */
    public boolean ended() {
        return this == CLOSED || this == ANNULLED || this == JOINED;
    }
}
