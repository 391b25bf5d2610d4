package org.gridcase.policy;

/**
 * What kind of unit puts it right, and at which level that unit works.
 *
 * @param unitKind such as {@code sanitation}
 */
public record RoutingDecided(String row, String unitKind, Level level) {

    /** Where the unit belongs. */
    public enum Level {
        DISTRICT,
        STREET
    }
}
