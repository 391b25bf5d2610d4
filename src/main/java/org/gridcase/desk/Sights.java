package org.gridcase.desk;

import java.util.HashSet;
import java.util.Set;
import org.gridcase.casework.Sight;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.springframework.stereotype.Component;

/** Which cases a person's grants let them see: the one place that decides it, for pages, photos and API alike. */
@Component
public class Sights {
    private final Staff staff;
    private final Scopes scopes;

    Sights(Staff staff, Scopes scopes) {
        this.staff = staff;
        this.scopes = scopes;
    }

    /** A handler sees what their units handle, a grid worker their grids, anybody else the district or city they serve. */
    public Sight of(String account) {
        Set<String> districts = new HashSet<>();
        Set<String> units = new HashSet<>();
        Set<String> grids = new HashSet<>();
        for (Grant grant : staff.grantsOf(account)) {
            switch (grant.role()) {
                case HANDLER -> units.add(grant.scope());
                case GRID_WORKER -> grids.add(grant.scope());
                default -> {
                    String district = scopes.find(grant.scope()).orElseThrow().district();
                    if (district == null) {
                        return Sight.EVERYTHING;
                    }
                    districts.add(district);
                }
            }
        }
        return new Sight(false, districts, units, grids);
    }
}
