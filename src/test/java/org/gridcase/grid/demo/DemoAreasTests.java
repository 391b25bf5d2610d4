package org.gridcase.grid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridcase.grid.Area;
import org.gridcase.grid.AreaLevel;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class DemoAreasTests {
    private static final List<Area> SMALL = DemoAreas.of(DemoSize.SMALL, 1);
    private static final List<Area> CITY = DemoAreas.of(DemoSize.CITY, 1);

    @Test
    void theFullSizeHasExactlyAsManyGridsAsTheCityItIsModelledOn() {
        assertThat(counts(CITY))
                .containsEntry(AreaLevel.STREET, 215L)
                .containsEntry(AreaLevel.COMMUNITY, 3_530L)
                .containsEntry(AreaLevel.GRID, 19_582L)
                .containsEntry(AreaLevel.DEDICATED, 4_835L)
                .containsEntry(AreaLevel.MICRO, 47_188L);
    }

    @Test
    void theSmallSizeHasTwoDistricts() {
        assertThat(counts(SMALL))
                .containsEntry(AreaLevel.CITY, 1L)
                .containsEntry(AreaLevel.STREET, 8L)
                .containsEntry(AreaLevel.COMMUNITY, 24L)
                .containsEntry(AreaLevel.GRID, 144L)
                .containsKeys(AreaLevel.DEDICATED, AreaLevel.MICRO);
        assertThat(SMALL)
                .filteredOn(area -> area.level() == AreaLevel.DISTRICT)
                .extracting(Area::code)
                .containsExactly("410102", "410103");
    }

    @Test
    void theSameSeedDrawsTheSameCityAndAnotherSeedAnother() {
        assertThat(DemoAreas.of(DemoSize.SMALL, 1)).isEqualTo(SMALL);
        assertThat(DemoAreas.of(DemoSize.SMALL, 2)).isNotEqualTo(SMALL);
    }

    @Test
    void codesAndNamesAreUniqueAndFollowTheirParents() {
        assertThat(new HashSet<>(CITY.stream().map(Area::code).toList())).hasSameSizeAs(CITY);
        assertThat(CITY).allSatisfy(DemoAreasTests::isWellCoded);
        assertThat(named(AreaLevel.COMMUNITY)).doesNotHaveDuplicates();
    }

    @Test
    void everyOutlineIsValid() {
        assertThat(CITY).allMatch(area -> area.outline().isValid());
        assertThat(SMALL).allMatch(area -> area.outline().isValid());
    }

    @Test
    void neighboursNeitherOverlapNorGape() {
        for (AreaLevel level : AreaLevel.values()) {
            if (level != AreaLevel.DEDICATED) {
                assertThat(CoverageValidator.isValid(outlines(CITY, level)))
                        .as("coverage of level %s", level)
                        .isTrue();
                assertThat(area(CITY, level)).isCloseTo(area(CITY, AreaLevel.CITY), within(1e-9));
            }
        }
    }

    @Test
    void dedicatedGridsLieInsideTheirGrid() {
        Map<String, Area> byCode = CITY.stream().collect(Collectors.toMap(Area::code, Function.identity()));
        assertThat(CITY)
                .filteredOn(area -> area.level() == AreaLevel.DEDICATED)
                .allMatch(area -> parent(byCode, area).outline().contains(area.outline()));
    }

    @Test
    void theCityReachesEightKilometresFromItsCentreInEveryDirection() {
        for (List<Area> city : List.of(SMALL, CITY)) {
            Geometry outline = city.get(0).outline();
            for (int degrees = 0; degrees < 360; degrees++) {
                assertThat(outline.contains(eightKilometresAway(degrees)))
                        .as("direction %s", degrees)
                        .isTrue();
            }
        }
    }

    private static Geometry eightKilometresAway(int degrees) {
        double angle = Math.toRadians(degrees);
        double x = 8_000 * Math.cos(angle) / (111_195 * Math.cos(Math.toRadians(34.7466)));
        double y = 8_000 * Math.sin(angle) / 111_195;
        return new GeometryFactory().createPoint(new Coordinate(113.6254 + x, 34.7466 + y));
    }

    private static void isWellCoded(Area area) {
        assertThat(area.level().isCode(area.code())).isTrue();
        if (area.parent() != null) {
            assertThat(area.level().isWithin(area.code(), area.parent())).isTrue();
        }
    }

    private static Area parent(Map<String, Area> byCode, Area area) {
        return java.util.Objects.requireNonNull(byCode.get(area.parent()));
    }

    private static List<String> named(AreaLevel level) {
        return CITY.stream()
                .filter(area -> area.level() == level)
                .map(Area::name)
                .toList();
    }

    private static Geometry[] outlines(List<Area> areas, AreaLevel level) {
        return areas.stream()
                .filter(area -> area.level() == level)
                .map(Area::outline)
                .toArray(Geometry[]::new);
    }

    private static double area(List<Area> areas, AreaLevel level) {
        double sum = 0;
        for (Geometry outline : outlines(areas, level)) {
            sum += outline.getArea();
        }
        return sum;
    }

    private static Map<AreaLevel, Long> counts(List<Area> areas) {
        return areas.stream().collect(Collectors.groupingBy(Area::level, Collectors.counting()));
    }

    private static org.assertj.core.data.Offset<Double> within(double offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
