package org.gridcase.audit;

import org.gridcase.shared.CaseId;

/**
 * What something was done to, or what was read.
 *
 * @param kind in the manner of {@code case}; one word
 * @param id nothing personal: it stays when what is told of it is erased
 */
public record Subject(String kind, String id) {
    private static final int LONGEST_KIND = 40;
    private static final int LONGEST_ID = 200;

    public Subject {
        if (kind.isEmpty() || kind.length() > LONGEST_KIND || id.isEmpty() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("no subject of an audit entry: " + kind.length() + ", " + id.length());
        }
    }

    public static Subject of(CaseId id) {
        return new Subject("case", id.toString());
    }
}
