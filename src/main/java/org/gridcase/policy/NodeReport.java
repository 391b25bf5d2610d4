package org.gridcase.policy;

import org.gridcase.policy.guard.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How far one node has come with a release.
 *
 * @param tookMillis how long it took; none while it is at it
 * @param problem what is wrong there; none if it is ready, or at it
 */
public record NodeReport(
        String node, @Nullable Integer tookMillis, @Nullable Finding problem) {}
