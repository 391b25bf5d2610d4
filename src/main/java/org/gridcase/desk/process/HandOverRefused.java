package org.gridcase.desk.process;

import org.gridcase.shared.Refusal;

/** Somebody's tasks are not handed over, or shown, this way. */
public class HandOverRefused extends Refusal {

    private HandOverRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static HandOverRefused notYours() {
        return new HandOverRefused(Kind.FORBIDDEN, "desk.leavers.notYours");
    }

    static HandOverRefused nothing(String account) {
        return new HandOverRefused(Kind.CONFLICT, "desk.leavers.nothing", account);
    }

    static HandOverRefused notHeld(String colleague, String group) {
        return new HandOverRefused(Kind.INVALID, "desk.leavers.notHeld", colleague, group);
    }
}
