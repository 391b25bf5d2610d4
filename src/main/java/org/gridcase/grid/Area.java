package org.gridcase.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A piece of the city.
 *
 * @param parent the area directly above; none for the city
 * @param district the district it lies in, for a district itself; none for the city
 * @param outline a polygon or several, in degrees; shared by everyone, so never change it
 */
public record Area(
        String code,
        AreaLevel level,
        @Nullable String parent,
        @Nullable String district,
        String name,
        Geometry outline) {}
