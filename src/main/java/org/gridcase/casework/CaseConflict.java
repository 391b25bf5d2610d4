package org.gridcase.casework;

import org.gridcase.shared.Refusal;

/** The case has moved on, or its facts do not allow what was asked. */
public class CaseConflict extends Refusal {

    private CaseConflict(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static CaseConflict stagePassed(Stage stage) {
        return new CaseConflict("casework.stagePassed", stage);
    }

    static CaseConflict reopenTooLate(int days) {
        return new CaseConflict("casework.reopenTooLate", days);
    }

    static CaseConflict joinsItself() {
        return new CaseConflict("casework.joinsItself");
    }

    static CaseConflict joinsEnded(String number) {
        return new CaseConflict("casework.joinsEnded", number);
    }

    public static CaseConflict photoNeeded() {
        return new CaseConflict("casework.photoNeeded");
    }

    public static CaseConflict alreadyRated() {
        return new CaseConflict("casework.alreadyRated");
    }
}
