package org.gridcase.identity;

/**
 * Somebody who signs in.
 *
 * @param id the account's name, the same in the engine
 * @param name as colleagues know them
 */
public record StaffMember(String id, String name) {}
