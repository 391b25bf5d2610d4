package org.gridcase.identity;

/**
 * Somebody works here no longer: the account was shut or removed, the grants are gone. Told inside the transaction that
 * takes them.
 *
 * @param staff the account's name
 */
public record StaffLeft(String staff) {}
