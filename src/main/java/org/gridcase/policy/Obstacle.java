package org.gridcase.policy;

import org.gridcase.policy.guard.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Why a release did not come into force.
 *
 * @param node where; none if it was no node's fault
 */
public record Obstacle(@Nullable String node, Finding why) {}
