package org.gridcase.grid;

import java.time.Instant;

/** Which state of the areas this is; the time tells apart two cities that were each changed as often. */
record Version(long number, Instant changed) {

    String tag() {
        return number + "-" + Long.toString(changed.toEpochMilli(), Character.MAX_RADIX);
    }
}
