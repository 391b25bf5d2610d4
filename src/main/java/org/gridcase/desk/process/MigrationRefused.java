package org.gridcase.desk.process;

import org.gridcase.shared.Refusal;

/** Running cases are not moved to another release this way. */
public class MigrationRefused extends Refusal {
    static final int LONGEST_REASON = 500;

    private MigrationRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static MigrationRefused notYours() {
        return new MigrationRefused(Kind.FORBIDDEN, "desk.migration.notYours");
    }

    static MigrationRefused withoutReason() {
        return new MigrationRefused(Kind.INVALID, "desk.migration.withoutReason", LONGEST_REASON);
    }

    /** Cases only move to what is in force where they lie. */
    static MigrationRefused notInForce(int release) {
        return new MigrationRefused(Kind.CONFLICT, "desk.migration.notInForce", release);
    }

    static MigrationRefused nothingToMove() {
        return new MigrationRefused(Kind.CONFLICT, "desk.migration.nothingToMove");
    }

    static MigrationRefused underWay() {
        return new MigrationRefused(Kind.CONFLICT, "desk.migration.underWay");
    }

    static MigrationRefused none() {
        return new MigrationRefused(Kind.NOT_FOUND, "desk.migration.none");
    }
}
