package org.gridcase.past;

import org.gridcase.grid.Location;
import org.gridcase.shared.GeoPoint;

/**
 * Somewhere where things happen.
 *
 * @param community its name
 * @param placeKind what the dedicated grid around it is; empty in the open street
 */
record Spot(GeoPoint point, Location at, String community, String placeKind) {}
