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

    /** @throws CaseConflict if it does not allow the move */
    Stage after(Move move) {
        return switch (move) {
            case CLASSIFY -> from(this, REPORTED, FILING);
            case TAKE_ON_SPOT -> from(ON_SPOT, REPORTED);
            case ASK_FILING -> from(FILING, REPORTED);
            case NOT_MINOR -> from(FILING, ON_SPOT);
            case PROPOSE_FILING -> from(FILING, FILING);
            case CONFIRM -> from(CONFIRMING, FILING);
            case CONFIRMED_REAL -> from(FILING, CONFIRMING);
            case FILE -> from(DISPATCHING, FILING);
            case PROPOSE_UNIT -> from(DISPATCHING, DISPATCHING);
            case DISPATCH -> from(HANDLING, DISPATCHING);
            case SEND_BACK -> this == HANDLING ? DISPATCHING : from(FILING, DISPATCHING);
            case HANDLE -> from(CHECKING, HANDLING);
            case ASK_MINOR_CHECK -> from(MINOR_CHECK, ON_SPOT);
            case SETTLE -> from(CLOSING, ON_SPOT);
            case PASS -> from(CLOSING, CHECKING, MINOR_CHECK);
            case FAIL -> this == MINOR_CHECK ? ON_SPOT : from(HANDLING, CHECKING);
            case CLOSE -> from(CLOSED, CLOSING);
            case JOIN -> from(JOINED, REPORTED, FILING);
            case REOPEN -> from(FILING, CLOSED);
            case RATE -> from(CLOSED, CLOSED);
            case ANNUL, ADD -> {
                if (ended()) {
                    throw CaseConflict.stagePassed(this);
                }
                yield move == Move.ANNUL ? ANNULLED : this;
            }
            case REPORT,
                    INTERVENE,
                    HAND_OVER,
                    REVEAL,
                    ERASE,
                    EXTEND,
                    SUSPEND,
                    RESUME,
                    APPEAL,
                    WATCH,
                    ESCALATE,
                    MIGRATE -> throw CaseConflict.stagePassed(this);
        };
    }

    private Stage from(Stage to, Stage... allowed) {
        for (Stage from : allowed) {
            if (this == from) {
                return to;
            }
        }
        throw CaseConflict.stagePassed(this);
    }
}
