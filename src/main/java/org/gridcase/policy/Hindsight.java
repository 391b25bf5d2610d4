package org.gridcase.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the release in force would decide about a case that was decided under an earlier one.
 *
 * @param release the one in force
 */
public record Hindsight(int release, List<Ruling> rulings) {

    /**
     * One decision, then and now.
     *
     * @param then what the table gave; none if it was not asked
     * @param now what it would give; none if it would not be asked
     * @param thenRow none if it was not asked
     * @param row the one that would decide; none if it would not be asked
     * @param rowGone whether the row that decided then is no longer in the table
     * @param thenVersion of the filing standard, when it was decided; none if it was not asked
     * @param otherLimit whether the row that it is filed under gives another limit by now
     */
    public record Ruling(
            String decision,
            @Nullable Map<String, Object> then,
            @Nullable Map<String, Object> now,
            @Nullable String thenRow,
            @Nullable TableRow row,
            boolean rowGone,
            @Nullable Integer thenVersion,
            boolean otherLimit) {

        public boolean differs() {
            return otherLimit || (then == null ? now != null : !then.equals(now));
        }
    }

    public boolean differs() {
        return rulings.stream().anyMatch(Ruling::differs);
    }
}
