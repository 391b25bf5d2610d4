package org.gridcase.desk.process;

import org.jspecify.annotations.Nullable;

/**
 * Running processes that stand at the same place under the same release.
 *
 * @param process its key
 * @param place where they stand, as the model calls it
 * @param snag why they cannot move; none if they can
 */
public record CaseGroup(
        int release,
        String process,
        String place,
        int number,
        @Nullable Snag snag) {}
