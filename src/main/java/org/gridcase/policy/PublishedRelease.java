package org.gridcase.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release as a list shows it.
 *
 * @param author none of the first, which came with the program
 */
public record PublishedRelease(
        int number,
        boolean rolledBack,
        Instant effectiveAt,
        String reason,
        @Nullable String author,
        String publishedBy) {}
