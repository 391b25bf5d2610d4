package org.gridcase.desk.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.gridcase.casework.CaseSummary;
import org.gridcase.clock.Lamp;
import org.gridcase.clock.Watches;
import org.gridcase.shared.CaseId;
import org.springframework.stereotype.Component;

/** Puts cases into the reader's words. */
@Component
class CaseLines {
    private final Times times;
    private final Watches watches;
    private final Clock clock;

    CaseLines(Times times, Watches watches, Clock clock) {
        this.watches = watches;
        this.times = times;
        this.clock = clock;
    }

    List<CaseLine> of(List<CaseSummary> cases, Names names) {
        Set<CaseId> watched =
                watches.watched(cases.stream().map(CaseSummary::id).toList());
        return cases.stream()
                .map(one -> of(one, watched.contains(one.id()), names))
                .toList();
    }

    CaseLine of(CaseSummary one, Names names) {
        return of(List.of(one), names).get(0);
    }

    private CaseLine of(CaseSummary one, boolean watched, Names names) {
        return new CaseLine(
                one.id().toString(),
                one.number(),
                names.say("casework.stage." + one.stage()),
                one.stage(),
                Lamp.of(one, clock.instant()),
                names.ofClass(one.serviceCode()),
                one.description(),
                names.ofArea(one.street()) + " · " + names.ofArea(one.grid()),
                one.address(),
                names.ofUnit(one.unit()),
                names.ofUnit(one.proposedUnit()),
                times.minute(one.reportedAt()),
                times.minuteIfAny(one.dueAt()),
                watched);
    }
}
