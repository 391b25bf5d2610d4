package org.gridcase.grid;

/** That somebody looks after a grid. */
public record Duty(String grid, String staff, DutyKind kind) {}
