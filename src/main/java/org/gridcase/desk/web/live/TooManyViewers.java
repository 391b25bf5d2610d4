package org.gridcase.desk.web.live;

import org.gridcase.shared.Refusal;

/** As many pages as can be kept up to date at once are open. */
class TooManyViewers extends Refusal {

    private TooManyViewers() {
        super(Kind.TOO_MANY, "desk.live.tooMany");
    }

    static TooManyViewers now() {
        return new TooManyViewers();
    }
}
