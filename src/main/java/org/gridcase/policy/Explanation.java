package org.gridcase.policy;

import org.jspecify.annotations.Nullable;

/**
 * A decision and the row that made it.
 *
 * @param row none if the release's file has no such row, as of a record that was brought from elsewhere
 */
public record Explanation(DecisionRecord record, @Nullable TableRow row) {}
