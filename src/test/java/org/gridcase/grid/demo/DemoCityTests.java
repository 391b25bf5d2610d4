package org.gridcase.grid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.gridcase.grid.Area;
import org.gridcase.grid.Duties;
import org.gridcase.grid.Duty;
import org.gridcase.grid.GridTables;
import org.gridcase.grid.GridTest;
import org.gridcase.grid.Grids;
import org.gridcase.grid.Location;
import org.gridcase.grid.Unit;
import org.gridcase.grid.Units;
import org.gridcase.identity.Grant;
import org.gridcase.identity.Role;
import org.gridcase.identity.Staff;
import org.gridcase.shared.GeoPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.transaction.support.TransactionTemplate;

@GridTest
class DemoCityTests {
    private static final GeoPoint CENTRE = new GeoPoint(113.6254, 34.7466);

    @Autowired
    Grids grids;

    @Autowired
    Units units;

    @Autowired
    Duties duties;

    @Autowired
    Staff staff;

    @Autowired
    DemoStaff people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GridTables tables;

    @BeforeEach
    void empty() {
        tables.clear();
    }

    @Test
    void anEmptyDatabaseGetsTheSmallCityOnce() {
        start(DemoSize.SMALL);
        String version = grids.version();
        Location centre = grids.locate(CENTRE).orElseThrow();
        assertThat(grids.area(centre.grid())).map(Area::district).contains(centre.district());
        start(DemoSize.SMALL);
        assertThat(grids.version()).isEqualTo(version);
    }

    @Test
    void noCityIsMadeWhereNoneIsWanted() {
        start(DemoSize.NONE);
        assertThat(grids.all()).isEmpty();
    }

    @Test
    void everyPlaceHasAUnitOfEachKindAndAStreetOffice() {
        start(DemoSize.SMALL);
        Location centre = grids.locate(CENTRE).orElseThrow();
        for (String kind : List.of(
                "sanitation",
                "urban-management",
                "municipal-works",
                "water",
                "power",
                "gas",
                "telecom",
                "landscape",
                "traffic-police",
                "housing",
                "market",
                "environment",
                "emergency",
                "community-affairs")) {
            assertThat(units.serving(kind, centre)).map(Unit::area).contains(centre.district());
        }
        assertThat(units.serving("street-office", centre)).map(Unit::area).contains(centre.street());
    }

    @Test
    void eachAccountHasItsRoleInItsOwnDistrict() {
        start(DemoSize.SMALL);
        assertThat(staff.grantsOf("filing")).isEqualTo(Set.of(new Grant(Role.FILING_CLERK, "410102")));
        assertThat(staff.grantsOf("filing2")).isEqualTo(Set.of(new Grant(Role.FILING_CLERK, "410103")));
        assertThat(staff.grantsOf("admin2")).isEqualTo(Set.of(new Grant(Role.ADMINISTRATOR, "410100")));
        assertThat(staff.grantsOf("leader")).hasSize(4).allMatch(grant -> grant.role() == Role.GRID_LEADER);
        assertThat(staff.grantsOf("handler2"))
                .hasSize(units.of("410103").size())
                .contains(new Grant(Role.HANDLER, "410103-sanitation"));
    }

    @Test
    void everyGridHasAWorkerAndASubstitute() {
        start(DemoSize.SMALL);
        Location centre = grids.locate(CENTRE).orElseThrow();
        List<Duty> posts = duties.of(centre.grid());
        assertThat(posts).hasSize(2);
        assertThat(staff.grantsOf(posts.get(0).staff())).contains(new Grant(Role.GRID_WORKER, centre.grid()));
        assertThat(staff.grantsOf(posts.get(1).staff())).contains(new Grant(Role.GRID_WORKER, centre.grid()));
    }

    /** In one transaction, as the bean does it. */
    private void start(DemoSize size) {
        DemoCity city = new DemoCity(new DemoProperties(true, size), grids, units, people);
        transaction.executeWithoutResult(status -> city.run(new DefaultApplicationArguments()));
    }
}
