package org.gridcase.policy;

/**
 * Somebody to be told.
 *
 * @param role {@code holder}, {@code leader}, a role's code, or that and {@code @} with the level of an area
 * @param minutes after the lamp should have turned
 * @param channels their codes, apart by commas
 * @param urgent whether they may be told in quiet hours
 */
public record EscalationStep(String role, int minutes, String channels, boolean urgent) {}
