package org.gridcase.integration.open311;

import org.gridcase.grid.Grids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one city this server answers for; callers may leave it out. */
@Component
class Jurisdiction {
    private final Grids grids;

    Jurisdiction(Grids grids) {
        this.grids = grids;
    }

    /** @throws GeoReportRefused if another is meant */
    void check(@Nullable String id) {
        if (id != null && !id.isBlank() && !id.equals(grids.city().code())) {
            throw GeoReportRefused.unknownJurisdiction(id);
        }
    }
}
