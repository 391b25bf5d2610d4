package org.gridcase.workflow;

import java.util.Set;

/**
 * Somebody acting on the engine.
 *
 * @param id the account's name
 * @param groups {@code role@scope} pairs
 * @param tenants districts whose processes they may see, and the city if they work for all of it
 */
public record Actor(String id, Set<String> groups, Set<String> tenants) {}
