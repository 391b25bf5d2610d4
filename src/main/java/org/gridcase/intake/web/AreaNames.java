package org.gridcase.intake.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Location;
import org.gridcase.intake.ReportRefused;
import org.gridcase.shared.GeoPoint;
import org.springframework.stereotype.Component;

/** Says in words where something lies, no closer than the community. */
@Component
class AreaNames {
    private final Grids grids;

    AreaNames(Grids grids) {
        this.grids = grids;
    }

    /** @throws ReportRefused outside the city */
    String around(GeoPoint point) {
        return of(grids.locate(point).orElseThrow(ReportRefused::outsideCity));
    }

    String of(Location location) {
        return Stream.of(location.district(), location.street(), location.community())
                .map(grids::area)
                .flatMap(Optional::stream)
                .map(Area::name)
                .collect(Collectors.joining(" "));
    }
}
