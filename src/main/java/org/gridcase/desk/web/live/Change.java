package org.gridcase.desk.web.live;

import java.util.Optional;
import org.gridcase.casework.CaseFacts;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/** A case has changed; with what decides who may know of it, and nothing else. */
record Change(
        CaseId id, String district, String grid, @Nullable String unit) {
    private static final String BETWEEN = "|";

    static Change of(CaseFacts facts) {
        return new Change(
                facts.id(), facts.location().district(), facts.location().grid(), facts.unit());
    }

    /** As it goes over the wire. */
    String text() {
        return String.join(BETWEEN, id.toString(), district, grid, unit == null ? "" : unit);
    }

    /** None if nobody of ours wrote it. */
    static Optional<Change> parse(String text) {
        String[] parts = text.split("\\" + BETWEEN, -1);
        try {
            return parts.length != 4
                    ? Optional.empty()
                    : Optional.of(
                            new Change(CaseId.of(parts[0]), parts[1], parts[2], parts[3].isEmpty() ? null : parts[3]));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
