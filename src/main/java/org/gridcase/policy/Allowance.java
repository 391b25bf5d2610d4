package org.gridcase.policy;

/**
 * How far a unit may be helped out with time.
 *
 * @param row of the table that says so
 * @param times how often it may be granted
 * @param most of an extension: percent of the limit; of a suspension: days; of an appeal: days after closing
 * @param approver code of the role that decides, in the case's district
 */
public record Allowance(String row, int times, int most, String approver) {}
