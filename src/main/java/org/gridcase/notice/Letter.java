package org.gridcase.notice;

import java.time.Instant;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A notice in words.
 *
 * @param id the same each time it is tried, so that whoever gets it twice can tell
 * @param address a person's number or address; empty if the channel itself knows
 */
record Letter(
        UUID id,
        String address,
        String template,
        String language,
        String title,
        String body,
        @Nullable CaseId caseId,
        Instant at) {

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
