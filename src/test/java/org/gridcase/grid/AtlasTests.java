package org.gridcase.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridcase.grid.demo.DemoAreas;
import org.gridcase.grid.demo.DemoSize;
import org.gridcase.shared.GeoPoint;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class AtlasTests {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Atlas atlas = atlas(Sketch.city());

    @Test
    void aPointInAGridLiesInEverythingAboveIt() {
        assertThat(atlas.locate(new GeoPoint(0.2, 0.2)))
                .contains(new Location("410102", "410102001", Sketch.COMMUNITY, Sketch.WEST, null, null));
    }

    @Test
    void aGridsDedicatedAndMicroGridsAreFound() {
        assertThat(atlas.locate(new GeoPoint(3.3, 0.7)))
                .contains(new Location(
                        "410102",
                        "410102001",
                        Sketch.COMMUNITY,
                        Sketch.EAST,
                        Sketch.EAST + "D01",
                        Sketch.EAST + "M02"));
    }

    @Test
    void outsideTheCityThereIsNoGrid() {
        assertThat(atlas.locate(new GeoPoint(4.000001, 1))).isEmpty();
        assertThat(atlas.locate(new GeoPoint(-179, -89))).isEmpty();
    }

    @Test
    void beforeAnImportEverythingIsOutside() {
        assertThat(atlas(List.of()).locate(new GeoPoint(1, 1))).isEmpty();
    }

    @Test
    void aSharedBorderBelongsToTheLowestCode() {
        assertThat(grid(2, 1)).contains(Sketch.WEST);
        assertThat(grid(2.000001, 1)).contains(Sketch.EAST);
        assertThat(atlas.locate(new GeoPoint(3, 1.5)).map(Location::micro)).contains(Sketch.EAST + "M01");
    }

    @Test
    void theCitysOuterBorderBelongsToTheCity() {
        assertThat(grid(4, 2)).contains(Sketch.EAST);
    }

    @Test
    void aHoleBelongsToTheGridInIt() {
        assertThat(grid(0.75, 0.75)).contains(Sketch.HOLE);
        assertThat(grid(0.5, 0.75)).as("the hole's border").contains(Sketch.WEST);
    }

    @Test
    void aHoleWithNothingInItBelongsToNobody() {
        Atlas hollow = atlas(Sketch.city().stream()
                .filter(area -> !area.code().equals(Sketch.HOLE))
                .toList());
        assertThat(hollow.locate(new GeoPoint(0.75, 0.75))).isEmpty();
    }

    @Test
    void anOutlineOfManyCornersAnswersTheSameAtItsBorder() {
        Geometry circle = GEOMETRY.createPoint(new Coordinate(3, 1)).buffer(0.9, 200);
        Atlas round = atlas(Sketch.city().stream()
                .map(area -> area.code().equals(Sketch.EAST)
                        ? new Area(area.code(), area.level(), area.parent(), area.district(), area.name(), circle)
                        : area)
                .toList());
        Coordinate corner = circle.getCoordinates()[77];
        assertThat(round.locate(new GeoPoint(corner.x, corner.y)).map(Location::grid))
                .contains(Sketch.EAST);
        assertThat(round.locate(new GeoPoint(2.05, 0.05))).isEmpty();
    }

    @Test
    void everyCornerOfARealisticCityBelongsToTheLowestOfTheGridsThatMeetThere() {
        List<Area> areas = DemoAreas.of(DemoSize.SMALL, 3);
        Atlas demo = atlas(areas);
        List<Area> grids =
                areas.stream().filter(area -> area.level() == AreaLevel.GRID).toList();
        for (Area grid : grids) {
            Coordinate corner = grid.outline().getCoordinates()[3];
            assertThat(demo.locate(new GeoPoint(corner.x, corner.y)).map(Location::grid))
                    .isEqualTo(lowest(grids, corner));
        }
    }

    private static Optional<String> lowest(List<Area> grids, Coordinate point) {
        Geometry at = GEOMETRY.createPoint(point);
        return grids.stream()
                .filter(grid -> grid.outline().covers(at))
                .map(Area::code)
                .min(Comparator.naturalOrder());
    }

    @Test
    void areasAreFoundByBoxAndLevel() {
        assertThat(atlas.within(new Box(2.5, 0.1, 3.5, 0.2), AreaLevel.GRID))
                .extracting(Area::code)
                .containsExactly(Sketch.EAST);
        assertThat(atlas.within(new Box(2.5, 0.1, 3.5, 0.2), AreaLevel.MICRO)).hasSize(2);
        assertThat(atlas.within(new Box(10, 10, 11, 11), AreaLevel.GRID)).isEmpty();
    }

    @Test
    void childrenComeInTheOrderOfTheirCodes() {
        assertThat(atlas.children(Sketch.COMMUNITY))
                .extracting(Area::code)
                .containsExactly(Sketch.WEST, Sketch.EAST, Sketch.HOLE);
    }

    private Optional<String> grid(double longitude, double latitude) {
        return atlas.locate(new GeoPoint(longitude, latitude)).map(Location::grid);
    }

    private static Atlas atlas(List<Area> areas) {
        return Atlas.of(new Version(1, Instant.EPOCH), areas);
    }
}
