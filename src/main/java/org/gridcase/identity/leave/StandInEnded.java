package org.gridcase.identity.leave;

/**
 * What a person lent to another has returned; told inside the transaction.
 *
 * @param actor who ended it, or the system after the last day
 */
public record StandInEnded(String lender, String substitute, String actor) {}
