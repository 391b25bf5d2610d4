package org.gridcase.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a step of a flow does.
 *
 * @param element its id in the model
 * @param running tasks that wait there, lamps included
 * @param median time from its beginning to its end, of the flows that ended last; none if none did
 */
public record ElementTime(
        String element,
        int running,
        int yellow,
        int red,
        @Nullable Duration median) {}
