package org.gridcase.clock;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridcase.calendar.Calendars;
import org.gridcase.shared.CaseId;

/** How long each stage may take in each district, read once for many cases. */
public final class TimeRules {
    final Clockwork clockwork;
    final Calendars calendars;
    final Set<String> noisy;
    private final Map<String, List<StageLimit>> limits;

    TimeRules(Clockwork clockwork, Calendars calendars, Map<String, List<StageLimit>> limits, Set<String> noisy) {
        this.clockwork = clockwork;
        this.calendars = calendars;
        this.limits = limits;
        this.noisy = noisy;
    }

    /** The clocks of a case that has just been reported. */
    public CaseTimes begin(CaseId id, String district) {
        return new CaseTimes(this, Objects.requireNonNull(limits.get(district), district), id, district);
    }
}
