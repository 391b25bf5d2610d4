package org.gridcase.identity.roster;

import java.util.Set;

/**
 * How far an administrator sees and grants.
 *
 * @param city everywhere
 * @param scopes otherwise in these and below them
 */
public record Reach(boolean city, Set<String> scopes) {
    static final Reach EVERYWHERE = new Reach(true, Set.of());
}
