package org.gridcase.casework.process;

import org.gridcase.shared.Refusal;

/** The catalogue has no class of this code. */
class UnknownClass extends Refusal {

    private UnknownClass(String code) {
        super(Kind.INVALID, "casework.unknownClass", code);
    }

    static UnknownClass of(String code) {
        return new UnknownClass(code);
    }
}
