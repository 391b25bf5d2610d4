package org.gridcase.grid;

/** What a unit serves: a whole district, or one street of it. */
public enum UnitLevel {
    DISTRICT,
    STREET
}
