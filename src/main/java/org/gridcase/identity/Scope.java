package org.gridcase.identity;

import org.jspecify.annotations.Nullable;

/**
 * Where a grant holds: the city, an area or a unit.
 *
 * @param code the area's or unit's code
 * @param parent the scope directly above; none for the city
 * @param district the district it lies in, which is the engine's tenant; none for the city
 * @param name as people call it
 */
public record Scope(
        String code, @Nullable String parent, @Nullable String district, String name) {}
