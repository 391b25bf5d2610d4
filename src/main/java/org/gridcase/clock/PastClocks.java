package org.gridcase.clock;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridcase.calendar.Calendars;
import org.springframework.stereotype.Component;

/** Clocks of cases whose whole life is told at once: counted as those of any other, kept by whoever tells it. */
@Component
public class PastClocks {
    private final Clockwork clockwork;
    private final TimePolicy policy;
    private final Calendars calendars;

    PastClocks(Clockwork clockwork, TimePolicy policy, Calendars calendars) {
        this.clockwork = clockwork;
        this.policy = policy;
        this.calendars = calendars;
    }

    /** By the limits and noisy classes of now. */
    public TimeRules rules(Collection<String> districts) {
        Map<String, List<StageLimit>> limits = new HashMap<>();
        districts.forEach(district -> limits.put(district, policy.limits(district)));
        return new TimeRules(clockwork, calendars, Map.copyOf(limits), policy.noisy());
    }
}
