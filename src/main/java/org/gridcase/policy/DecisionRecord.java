package org.gridcase.policy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gridcase.shared.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a case, by which table and row, from what.
 *
 * @param decision {@code classification}, {@code minor-event}, {@code filing} or {@code routing}
 * @param table its path in the release
 * @param output what the table gave, also after an override
 * @param catalogueVersion whose filing rows its release has
 * @param calendarVersion by which limits were counted then; none of what was decided before records named it
 * @param overridden none as long as nobody decided otherwise
 */
public record DecisionRecord(
        UUID id,
        CaseId caseId,
        String decision,
        int release,
        String table,
        String tableSha256,
        String row,
        Map<String, Object> inputs,
        Map<String, Object> output,
        long catalogueVersion,
        @Nullable Integer calendarVersion,
        Instant decidedAt,
        @Nullable Override overridden) {

    /** What holds: the override if there is one, else what the table gave. */
    public Map<String, Object> effective() {
        return overridden == null ? output : overridden.to();
    }

    /** A person's decision in place of the table's. */
    public record Override(String by, Map<String, Object> to, String reason, Instant at) {}
}
