package org.gridcase.identity.leave;

/**
 * Somebody's grants rest from now on; told inside the transaction.
 *
 * @param actor who entered it, or the system on the first day
 */
public record LeaveBegan(String staff, String actor) {}
