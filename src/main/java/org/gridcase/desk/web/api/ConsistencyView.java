package org.gridcase.desk.web.api;

import java.util.List;
import org.gridcase.desk.process.Difference;
import org.jspecify.annotations.Nullable;

/** What the comparison of cases and processes found. */
record ConsistencyView(long cases, List<Line> differences) {

    /** @param kind {@code noCase}, {@code noProcess} or {@code elsewhere} */
    record Line(
            String kind,
            String caseId,
            @Nullable String number,
            @Nullable String stage,
            @Nullable String activity) {

        static Line of(Difference one) {
            var stage = one.stage();
            return new Line(
                    one.kind(), one.caseId(), one.number(), stage == null ? null : stage.name(), one.activity());
        }
    }

    static ConsistencyView of(long cases, List<Difference> differences) {
        return new ConsistencyView(cases, differences.stream().map(Line::of).toList());
    }
}
