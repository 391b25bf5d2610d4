package org.gridcase.desk.person;

import org.gridcase.shared.Refusal;

/** What is personal is not shown, or not like this. */
public class RevealRefused extends Refusal {
    private RevealRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static RevealRefused noBusiness() {
        return new RevealRefused(Kind.FORBIDDEN, "desk.reveal.noBusiness");
    }

    static RevealRefused withoutReason(int longest) {
        return new RevealRefused(Kind.INVALID, "desk.reveal.withoutReason", longest);
    }

    static RevealRefused nothingAsked() {
        return new RevealRefused(Kind.INVALID, "desk.reveal.nothingAsked");
    }

    static RevealRefused tooOften(int anHour) {
        return new RevealRefused(Kind.TOO_MANY, "desk.reveal.tooOften", anHour);
    }
}
