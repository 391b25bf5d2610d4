package org.gridcase.dispatch;

import org.gridcase.shared.Refusal;

/** A case cannot be given to this unit. */
public class UnitRefused extends Refusal {

    private UnitRefused(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static UnitRefused unknown(String unit) {
        return new UnitRefused("dispatch.unit.unknown", unit);
    }

    static UnitRefused elsewhere(String unit) {
        return new UnitRefused("dispatch.unit.elsewhere", unit);
    }

    static UnitRefused reasonNeeded() {
        return new UnitRefused("dispatch.reasonNeeded");
    }
}
