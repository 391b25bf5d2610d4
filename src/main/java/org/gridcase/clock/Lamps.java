package org.gridcase.clock;

import java.util.List;

/** The lamps of open cases, counted in two ways. */
public record Lamps(List<LampCount> stages, List<LampCount> units) {

    public LampCount total() {
        return stages.stream().reduce(new LampCount(null, 0, 0, 0, 0), LampCount::plus);
    }
}
