package org.gridcase.whatif;

import org.gridcase.shared.Refusal;

/** What cannot be tried. */
public final class WhatIfRefused extends Refusal {

    private WhatIfRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static WhatIfRefused notYours() {
        return new WhatIfRefused(Kind.FORBIDDEN, "whatif.notYours");
    }

    static WhatIfRefused none() {
        return new WhatIfRefused(Kind.NOT_FOUND, "whatif.none");
    }

    static WhatIfRefused days(int most) {
        return new WhatIfRefused(Kind.INVALID, "whatif.days.refused", most);
    }

    static WhatIfRefused until() {
        return new WhatIfRefused(Kind.INVALID, "whatif.until.refused");
    }

    static WhatIfRefused district() {
        return new WhatIfRefused(Kind.INVALID, "whatif.district.refused");
    }

    static WhatIfRefused role() {
        return new WhatIfRefused(Kind.INVALID, "whatif.role.refused");
    }

    static WhatIfRefused minutes(int most) {
        return new WhatIfRefused(Kind.INVALID, "whatif.minutes.refused", most);
    }

    static WhatIfRefused minutesMissing(String step) {
        return new WhatIfRefused(Kind.INVALID, "whatif.minutes.missing", step);
    }

    /** One at a time in the whole city. */
    static WhatIfRefused busy() {
        return new WhatIfRefused(Kind.CONFLICT, "whatif.busy");
    }

    static WhatIfRefused noCases() {
        return new WhatIfRefused(Kind.INVALID, "whatif.noCases");
    }

    static WhatIfRefused tooMany(long cases, int most) {
        return new WhatIfRefused(Kind.INVALID, "whatif.tooMany", cases, most);
    }

    static WhatIfRefused unreadable() {
        return new WhatIfRefused(Kind.INVALID, "whatif.unreadable");
    }
}
