package org.gridcase.policy;

/**
 * Under which row of the filing standard a case is filed.
 *
 * @param filingRow the row's code, such as {@code M06010-1}
 * @param limitFactor what the row's limit is multiplied with
 */
public record FilingDecided(String row, String filingRow, double limitFactor) {}
