package org.gridcase.policy;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a release is worth now.
 *
 * @param under codes of the districts where it is in force; an empty one stands for all that no other release names
 * @param coming where it comes into force later
 * @param next when the first of them does; none if nothing is to come
 * @param last whether nothing stands upon it, so that it can be taken back
 */
public record Standing(
        State state,
        Set<String> under,
        Set<String> coming,
        @Nullable Instant next,
        boolean last) {

    /** How far it has come. */
    public enum State {
        /** Will be in force. */
        SCHEDULED,
        /** Somewhere. */
        IN_FORCE,
        /** Nowhere any more, because another came after it. */
        SUPERSEDED,
        ROLLED_BACK
    }

    public static final Standing TAKEN_BACK = new Standing(State.ROLLED_BACK, Set.of(), Set.of(), null, false);

    /** Whether all districts that no other release names go by it. */
    public boolean city() {
        return under.contains(Force.CITY);
    }
}
