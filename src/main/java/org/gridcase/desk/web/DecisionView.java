package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision of policy in the reader's words: from what, by which row of which table, to what, and who overrode it. */
record DecisionView(
        String name,
        String at,
        int release,
        String table,
        String row,
        List<Fact> inputs,
        List<Fact> output,
        @Nullable Overridden overridden) {

    /** That a person decided otherwise. */
    record Overridden(String by, String at, String reason, List<Fact> to) {}
}
