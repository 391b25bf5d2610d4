package org.gridcase.desk.form;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft of policy as the form shows it in which a second person decides about it.
 *
 * @param base the release it was begun from
 */
record DraftView(UUID id, String title, String author, int base, String state, List<Change> changes, List<Step> steps) {

    /** A file that it has otherwise than the release. */
    record Change(String path, String how) {}

    /** What somebody did. */
    record Step(
            String step, String who, Instant at, @Nullable String why) {}
}
