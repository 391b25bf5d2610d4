package org.gridcase.grid.demo;

import java.util.List;
import org.gridcase.grid.Area;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty database with an invented city and its people. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoCity implements ApplicationRunner {
    private static final long SEED = 410_100;

    private final DemoProperties properties;
    private final Grids grids;
    private final Units units;
    private final DemoStaff staff;

    DemoCity(DemoProperties properties, Grids grids, Units units, DemoStaff staff) {
        this.properties = properties;
        this.grids = grids;
        this.units = units;
        this.staff = staff;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (properties.size() != DemoSize.NONE) {
            // a second node that starts at the same moment waits here, and then finds the city
            grids.hold();
            if (grids.all().isEmpty()) {
                create(properties.size());
            }
        }
    }

    private void create(DemoSize size) {
        List<Area> areas = DemoAreas.of(size, SEED);
        List<Unit> all = DemoUnits.of(areas);
        grids.put(areas);
        units.put(all);
        staff.enrol(areas, all);
    }
}
