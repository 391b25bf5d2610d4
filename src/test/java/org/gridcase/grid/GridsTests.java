package org.gridcase.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.gridcase.identity.Scope;
import org.gridcase.identity.Scopes;
import org.gridcase.identity.Staff;
import org.gridcase.identity.StaffMember;
import org.gridcase.shared.GeoPoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@GridTest
class GridsTests {
    @Autowired
    Grids grids;

    @Autowired
    Units units;

    @Autowired
    Duties duties;

    @Autowired
    AreaRows rows;

    @Autowired
    Scopes scopes;

    @Autowired
    Staff staff;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GridTables tables;

    @BeforeEach
    void empty() {
        tables.clear();
    }

    @Test
    void whatIsPutIsFoundAfterTheCommit() {
        String before = grids.version();
        grids.put(Sketch.city());
        assertThat(located()).contains(Sketch.WEST);
        assertThat(grids.version()).isNotEqualTo(before);
        assertThat(grids.area(Sketch.EAST)).map(Area::name).contains("名" + Sketch.EAST);
    }

    @Test
    void untilTheCommitNobodySeesIt() {
        transaction.executeWithoutResult(status -> {
            grids.put(Sketch.city());
            assertThat(located()).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(located()).isEmpty();
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void anotherNodeSeesItAtItsNextLook() {
        Grids other = new Grids(rows, scopes);
        grids.put(Sketch.city());
        other.refresh();
        assertThat(other.locate(new GeoPoint(0.2, 0.2))).map(Location::grid).contains(Sketch.WEST);
        assertThat(other.version()).isEqualTo(grids.version());
    }

    @Test
    void areasDownToTheGridBecomeScopesOfGrants() {
        grids.put(Sketch.city());
        assertThat(scopes.upward(Sketch.WEST))
                .containsExactly(Sketch.WEST, Sketch.COMMUNITY, "410102001", "410102", "410100");
        assertThat(scopes.find("410102")).map(Scope::district).contains("410102");
        assertThat(scopes.find(Sketch.EAST + "M01")).isEmpty();
    }

    @Test
    void theCityHasBoundsAndACentre() {
        assertThatExceptionOfType(NoCity.class).isThrownBy(() -> grids.city());
        grids.put(Sketch.city());
        assertThat(grids.city()).isEqualTo(new City("410100", "名410100", new Box(0, 0, 4, 2), new GeoPoint(2, 1)));
    }

    @Test
    void aStreetsOwnUnitServesItBeforeTheDistricts() {
        grids.put(Sketch.city());
        Unit district = new Unit("410102-water", "水务", "water", UnitLevel.DISTRICT, "410102", "410102");
        Unit street = new Unit("410102001-water", "街道水务", "water", UnitLevel.STREET, "410102001", "410102");
        Location place = grids.locate(new GeoPoint(0.2, 0.2)).orElseThrow();

        units.put(List.of(district));
        assertThat(units.serving("water", place)).contains(district);
        units.put(List.of(street));
        assertThat(units.serving("water", place)).contains(street);
        assertThat(units.serving("gas", place)).isEmpty();
        assertThat(units.find("410102-water")).contains(district);
        assertThat(units.of("410102")).containsExactlyInAnyOrder(district, street);
    }

    @Test
    void aUnitIsAScopeOfItsDistrict() {
        grids.put(Sketch.city());
        units.put(List.of(new Unit("410102001-x", "街道办", "street-office", UnitLevel.STREET, "410102001", "410102")));
        assertThat(scopes.find("410102001-x")).contains(new Scope("410102001-x", "410102", "410102", "街道办"));
    }

    @Test
    void aGridsPrimaryComesBeforeItsSubstituteAndTheyMayChangePlaces() {
        grids.put(Sketch.city());
        staff.enrol(List.of(new StaffMember("an", "安"), new StaffMember("bo", "波")));
        duties.put(List.of(
                new Duty(Sketch.WEST, "bo", DutyKind.SUBSTITUTE), new Duty(Sketch.WEST, "an", DutyKind.PRIMARY)));
        assertThat(duties.of(Sketch.WEST)).extracting(Duty::staff).containsExactly("an", "bo");
        duties.put(List.of(
                new Duty(Sketch.WEST, "an", DutyKind.SUBSTITUTE), new Duty(Sketch.WEST, "bo", DutyKind.PRIMARY)));
        assertThat(duties.of(Sketch.WEST)).extracting(Duty::staff).containsExactly("bo", "an");
        assertThat(duties.of(Sketch.EAST)).isEmpty();
    }

    private Optional<String> located() {
        return grids.locate(new GeoPoint(0.2, 0.2)).map(Location::grid);
    }
}
