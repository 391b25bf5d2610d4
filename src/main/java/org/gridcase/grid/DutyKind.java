package org.gridcase.grid;

/** Whose grid it is, and who stands in. */
public enum DutyKind {
    PRIMARY,
    SUBSTITUTE
}
