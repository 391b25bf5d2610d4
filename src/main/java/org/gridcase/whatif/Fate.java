package org.gridcase.whatif;

import org.gridcase.catalogue.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a policy's tables decide about an arrival.
 *
 * @param check whether a person checks what was settled on the spot
 * @param limit of handling; none if the standard has no such row
 * @param unit who handles it; none if there is no such unit
 */
record Fate(
        boolean classified,
        boolean minor,
        boolean check,
        @Nullable Limit limit,
        @Nullable String unit) {
    static final Fate UNKNOWN = new Fate(false, false, false, null, null);

    String limitKey() {
        return limit == null ? "" : limit.amount() + " " + limit.kind();
    }
}
