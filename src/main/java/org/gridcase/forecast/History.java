package org.gridcase.forecast;

import java.time.Instant;

/**
 * A case that has been handled.
 *
 * @param share of its limit that was used in the end
 * @param moment a share of the limit, at which it is looked back on
 */
record History(Situation situation, Instant startedAt, double share, boolean late, double moment) {

    /** Whether it was still being handled then. */
    boolean open(double used) {
        return share > used;
    }
}
