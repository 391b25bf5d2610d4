package org.gridcase.casework;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridcase.grid.Grids;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;

/** Which cases a person's grants let them see: the one place that decides it, for pages, photos and API alike. */
@Component
public class Sights {
    private final Staff staff;
    private final Scopes scopes;
    private final Grids grids;

    Sights(Staff staff, Scopes scopes, Grids grids) {
        this.staff = staff;
        this.scopes = scopes;
        this.grids = grids;
    }

    /** What lies in the scopes that they hold a grant at, whichever role it is: city, district, smaller area or unit. */
    public Sight of(String account) {
        Set<String> districts = new HashSet<>();
        Set<String> areas = new HashSet<>();
        Set<String> units = new HashSet<>();
        Set<String> held = staff.grantsOf(account).stream().map(Grant::scope).collect(Collectors.toSet());
        for (Scope scope : scopes.all(held)) {
            if (scope.district() == null) {
                return Sight.EVERYTHING;
            }
            if (scope.code().equals(scope.district())) {
                districts.add(scope.code());
            } else if (grids.area(scope.code()).isPresent()) {
                areas.add(scope.code());
            } else {
                units.add(scope.code());
            }
        }
        return new Sight(false, districts, areas, units);
    }
}
