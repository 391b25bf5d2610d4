package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the timeline, in the reader's words.
 *
 * @param machine whether nobody decided it
 */
record Step(
        String what,
        String who,
        boolean machine,
        String at,
        String stage,
        @Nullable String reason,
        List<Fact> facts) {}
