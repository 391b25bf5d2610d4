package org.gridcase.audit;

import java.time.LocalDate;

/** The first row that is not as it was written. */
public record Flaw(LocalDate day, long number, Kind kind) {

    /** What is wrong with it. */
    public enum Kind {
        /** It, and perhaps more, is missing. */
        GAP,
        /** Another row stands in its place, or one of a later day before it. */
        ORDER,
        /** It does not say what its hash was made of. */
        HASH,
        /** What it tells does not match its digest, or is gone without an erasure on record. */
        PAYLOAD
    }
}
