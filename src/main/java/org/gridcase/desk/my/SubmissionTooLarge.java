package org.gridcase.desk.my;

import org.gridcase.shared.Refusal;

/** More was sent than any form holds. */
class SubmissionTooLarge extends Refusal {

    private SubmissionTooLarge() {
        super(Kind.TOO_LARGE, "desk.my.tooLarge");
    }

    static SubmissionTooLarge here() {
        return new SubmissionTooLarge();
    }
}
