package org.gridcase.whatif;

import org.gridcase.policy.ClassificationInput;
import org.jspecify.annotations.Nullable;

/**
 * A report as it came: what flow and tables ask of it. Nothing of who reported it.
 *
 * @param at milliseconds of the epoch
 * @param proposal what was known of its class; none if nobody had decided when it was read
 * @param serviceCode the class it had in the end
 * @param placeKind of the dedicated grid that it happened in; empty in the open street
 * @param counts whether it is of the time looked at, rather than of the days before, which only fill the desks
 */
record Arrival(
        long at,
        String district,
        String street,
        String grid,
        String channel,
        int photos,
        @Nullable ClassificationInput proposal,
        @Nullable String serviceCode,
        String placeKind,
        boolean counts) {}
