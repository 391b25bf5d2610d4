package org.gridcase.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody did with a draft or a release. */
public record PolicyStep(
        Instant at, String actor, Draft.Step step, @Nullable String why) {}
