package org.gridcase.grid;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A piece of the city.
 *
 * @param parent the area directly above; none for the city
 * @param district the district it lies in, for a district itself; none for the city
 * @param kind what a dedicated grid is: {@code campus}, {@code hospital} …; none where nobody has said
 * @param outline a polygon or several, in degrees; shared by everyone, so never change it
 */
public record Area(
        String code,
        AreaLevel level,
        @Nullable String parent,
        @Nullable String district,
        String name,
        @Nullable String kind,
        Geometry outline) {

    public Area(
            String code,
            AreaLevel level,
            @Nullable String parent,
            @Nullable String district,
            String name,
            Geometry outline) {
        this(code, level, parent, district, name, null, outline);
    }
}
