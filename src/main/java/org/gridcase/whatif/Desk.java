package org.gridcase.whatif;

/**
 * Where people of one role do their work.
 *
 * @param role its code
 * @param place a district, street, grid or unit
 */
record Desk(String role, String place) {}
