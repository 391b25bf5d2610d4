package org.gridcase.desk.web;

import java.util.List;
import org.gridcase.casework.Cases;
import org.gridcase.desk.process.Interventions;
import org.gridcase.desk.process.StuckCase;
import org.springframework.stereotype.Component;

/** Puts stuck cases into the reader's words, with what can be done about them. */
@Component
class StuckLines {
    private final Cases cases;
    private final Interventions interventions;
    private final Times times;

    StuckLines(Cases cases, Interventions interventions, Times times) {
        this.cases = cases;
        this.interventions = interventions;
        this.times = times;
    }

    List<StuckLine> of(List<StuckCase> stuck, Names names) {
        return stuck.stream().map(one -> of(one, names)).toList();
    }

    private StuckLine of(StuckCase one, Names names) {
        return new StuckLine(
                one.id().toString(),
                one.number(),
                names.say("casework.stage." + one.stage()),
                names.say("desk.task." + (one.activity() == null ? "none" : one.activity())),
                times.minute(one.since()),
                one.job(),
                one.task(),
                one.group() == null ? null : names.ofGroup(one.group()),
                places(one, names),
                one.stage().ended());
    }

    private List<Choice> places(StuckCase one, Names names) {
        return interventions.placesFor(cases.facts(one.id())).stream()
                .map(activity -> new Choice(activity, names.say("desk.task." + activity)))
                .toList();
    }
}
