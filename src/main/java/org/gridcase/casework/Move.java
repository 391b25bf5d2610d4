package org.gridcase.casework;

/** Everything that can happen to a case and is written on its timeline. */
public enum Move {
    REPORT,
    CLASSIFY,
    TAKE_ON_SPOT,
    ASK_FILING,
    NOT_MINOR,
    PROPOSE_FILING,
    CONFIRM,
    CONFIRMED_REAL,
    FILE,
    PROPOSE_UNIT,
    DISPATCH,
    SEND_BACK,
    HANDLE,
    SETTLE,
    ASK_MINOR_CHECK,
    PASS,
    FAIL,
    CLOSE,
    ANNUL,
    JOIN,
    REOPEN,
    RATE,
    ADD,
    /** An administrator set right what was stuck. */
    INTERVENE,
    /** Its task went back to its group, or to a colleague, because whoever had claimed it is away or left. */
    HAND_OVER,
    /** Somebody was shown what is personal. */
    REVEAL,
    /** What its reporter left in it was erased. */
    ERASE,
    /** More time was asked for, given or refused. */
    EXTEND,
    /** Its clock was asked to stand, or stands. */
    SUSPEND,
    /** Its clock goes on after a suspension. */
    RESUME,
    /** Whoever was late asked that it be excused, or it was. */
    APPEAL,
    /** A supervisor watches it. */
    WATCH,
    /** Somebody further up was told that its time runs out. */
    ESCALATE,
    /** It goes on under another release of policy. */
    MIGRATE
}
