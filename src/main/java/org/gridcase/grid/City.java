package org.gridcase.grid;

import org.gridcase.shared.GeoPoint;

/** What a map needs to open on the city. */
public record City(String code, String name, Box bounds, GeoPoint centre) {}
