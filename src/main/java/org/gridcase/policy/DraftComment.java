package org.gridcase.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a draft.
 *
 * @param path of the file it is about; none if it is the whole draft
 * @param place a row, a cell or an element in it
 * @param words with what is personal masked
 */
public record DraftComment(
        Instant at,
        String actor,
        @Nullable String path,
        @Nullable String place,
        String words) {}
