package org.gridcase.shared;

import java.util.UUID;

/** The identity of a case; also the business key of its processes. */
public record CaseId(UUID value) {

    public static CaseId next() {
        return new CaseId(Ids.timeOrdered());
    }

    /** @throws IllegalArgumentException if {@code text} is no UUID */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
