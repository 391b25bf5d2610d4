package org.gridcase.desk.my;

import org.gridcase.shared.Refusal;

/** A submission's key has been used for another task or by somebody else. */
class SubmissionKeyReused extends Refusal {

    private SubmissionKeyReused() {
        super(Kind.CONFLICT, "desk.my.keyReused");
    }

    static SubmissionKeyReused here() {
        return new SubmissionKeyReused();
    }
}
