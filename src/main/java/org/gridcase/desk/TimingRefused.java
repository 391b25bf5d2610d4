package org.gridcase.desk;

import org.gridcase.shared.Refusal;

/** A time limit that cannot be so. */
public class TimingRefused extends Refusal {

    private TimingRefused(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static TimingRefused tooMany(int most) {
        return new TimingRefused("desk.limits.tooMany", most);
    }

    static TimingRefused unknownClass(String codes) {
        return new TimingRefused("desk.limits.unknownClass", codes);
    }

    static TimingRefused noReason() {
        return new TimingRefused("calendar.noReason");
    }
}
