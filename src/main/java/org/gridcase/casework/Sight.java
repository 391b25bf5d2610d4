package org.gridcase.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which cases somebody may know of; for anybody else they do not exist.
 *
 * @param everywhere the whole city
 * @param districts all cases in these
 * @param areas all cases in these streets, communities and third-level grids
 * @param units all cases these units handle or have handled last
 */
public record Sight(boolean everywhere, Set<String> districts, Set<String> areas, Set<String> units) {
    public static final Sight NOTHING = new Sight(false, Set.of(), Set.of(), Set.of());
    public static final Sight EVERYTHING = new Sight(true, Set.of(), Set.of(), Set.of());

    public Sight {
        districts = Set.copyOf(districts);
        areas = Set.copyOf(areas);
        units = Set.copyOf(units);
    }

    public static Sight ofDistricts(Set<String> districts) {
        return new Sight(false, districts, Set.of(), Set.of());
    }

    public boolean sees(CaseFacts facts) {
        return sees(facts.location().district(), facts.location().grid(), facts.unit());
    }

    /** A case of that district and grid, which that unit handles; a grid's code begins with those of the areas above it. */
    public boolean sees(String district, String grid, @Nullable String unit) {
        return everywhere
                || districts.contains(district)
                || areas.stream().anyMatch(grid::startsWith)
                || (unit != null && units.contains(unit));
    }
}
