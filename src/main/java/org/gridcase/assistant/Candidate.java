package org.gridcase.assistant;

/**
 * A class that a report may belong to.
 *
 * @param confidence the share of such proposals that are right, 0 to 1, among reports of the classes that have examples;
 *     what belongs to none of them can get a high one too
 */
public record Candidate(String serviceCode, double confidence) {}
