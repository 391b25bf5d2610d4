package org.gridcase.casework.process;

import org.gridcase.shared.Refusal;

/** The filing standard has no such row. */
class UnknownRow extends Refusal {

    private UnknownRow(String code) {
        super(Kind.INVALID, "casework.unknownRow", code);
    }

    static UnknownRow of(String code) {
        return new UnknownRow(code);
    }
}
