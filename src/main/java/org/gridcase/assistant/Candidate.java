package org.gridcase.assistant;

/**
 * A class that a report may belong to.
 *
 * @param confidence how often, of a hundred such proposals, this one is right: 0 to 1
 */
public record Candidate(String serviceCode, double confidence) {}
