package org.gridcase.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case waits for.
 *
 * @param link where the reader does it; none if it is not theirs
 */
record Turn(
        String name,
        List<String> holders,
        @Nullable String assignee,
        String since,
        @Nullable String link) {}
