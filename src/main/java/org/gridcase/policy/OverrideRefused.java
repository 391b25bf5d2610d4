package org.gridcase.policy;

import org.gridcase.shared.Refusal;

/** A decision may not be overridden like this. */
public final class OverrideRefused extends Refusal {
    static final int LONGEST_REASON = 1_000;
    static final int LARGEST_OUTPUT = 4_000;

    private OverrideRefused(Kind kind, String key, Object... arguments) {
        super(kind, key, arguments);
    }

    static OverrideRefused withoutReason() {
        return new OverrideRefused(Kind.INVALID, "policy.override.reasonMissing");
    }

    static OverrideRefused reasonTooLong() {
        return new OverrideRefused(Kind.TOO_LARGE, "policy.override.reasonTooLong", LONGEST_REASON);
    }

    static OverrideRefused outputTooLarge() {
        return new OverrideRefused(Kind.TOO_LARGE, "policy.override.outputTooLarge");
    }
}
