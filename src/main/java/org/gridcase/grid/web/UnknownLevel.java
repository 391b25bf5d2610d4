package org.gridcase.grid.web;

import org.gridcase.shared.Refusal;

/** A map was asked for by a level that is none. */
class UnknownLevel extends Refusal {
    private static final int EXCERPT = 60;

    private UnknownLevel(String level) {
        super(Kind.INVALID, "grid.unknownLevel", level);
    }

    static UnknownLevel of(String level) {
        return new UnknownLevel(level.substring(0, Math.min(level.length(), EXCERPT)));
    }
}
