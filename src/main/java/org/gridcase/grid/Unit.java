package org.gridcase.grid;

/**
 * Somebody who puts things right: a district's sanitation, a street's office.
 *
 * @param code also the code of its scope in grants
 * @param kind what it does: {@code sanitation}, {@code street-office}; new kinds need no change here
 * @param area the district or street it serves
 * @param district the district it belongs to
 */
public record Unit(String code, String name, String kind, UnitLevel level, String area, String district) {}
