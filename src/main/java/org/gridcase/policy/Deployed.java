package org.gridcase.policy;

import java.time.Instant;
import java.util.Map;

/**
 * What became of a deployment: a draft, in which nothing is in force yet.
 *
 * @param processes key of the process in each model that was sent, by path
 * @param decisions key of the decision in each table that was sent, by path
 */
public record Deployed(Draft draft, Instant at, Map<String, String> processes, Map<String, String> decisions) {}
