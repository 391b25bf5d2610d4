package org.gridcase.grid;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gridcase.grid.demo.DemoAreas;
import org.gridcase.grid.demo.DemoSize;
import org.gridcase.shared.GeoPoint;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Prints point look-ups a second on one thread at city size. Two points in three lie anywhere in the city's bounds,
 * every third on or within a metre of a grid's corner. Answers are first compared with a search through all polygons.
 * Not part of the suite: {@code ./mvnw -q test -Djacoco.skip -Dtest=LocateBenchmark}
 */
class LocateBenchmark {
    private static final int POINTS = 200_000;
    private static final int COMPARED = 300;
    private static final int ROUNDS = 10;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final List<Area> areas = packed(DemoAreas.of(DemoSize.CITY, 1));
    private final Atlas atlas = Atlas.of(new Version(1, Instant.EPOCH), areas);
    private final List<GeoPoint> points = points(new Random(2));

    @Test
    void print() {
        compare();
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round);
        }
        single();
    }

    /** As they come from the database. */
    private static List<Area> packed(List<Area> areas) {
        return areas.stream()
                .map(area -> new Area(
                        area.code(),
                        area.level(),
                        area.parent(),
                        area.district(),
                        area.name(),
                        AreaRows.PACKED.createGeometry(area.outline())))
                .toList();
    }

    private List<GeoPoint> points(Random random) {
        Envelope city = areas.get(0).outline().getEnvelopeInternal();
        List<Area> grids =
                areas.stream().filter(area -> area.level() == AreaLevel.GRID).toList();
        List<GeoPoint> all = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            all.add(
                    i % 3 == 0
                            ? nearCorner(grids.get(random.nextInt(grids.size())), random)
                            : new GeoPoint(
                                    city.getMinX() + random.nextDouble() * city.getWidth(),
                                    city.getMinY() + random.nextDouble() * city.getHeight()));
        }
        return all;
    }

    private static GeoPoint nearCorner(Area grid, Random random) {
        Coordinate[] corners = grid.outline().getCoordinates();
        Coordinate corner = corners[random.nextInt(corners.length)];
        double off = random.nextBoolean() ? 0 : 1e-5;
        return new GeoPoint(corner.x + off * (random.nextDouble() - 0.5), corner.y + off * (random.nextDouble() - 0.5));
    }

    private void compare() {
        long outside = 0;
        for (GeoPoint point : points.subList(0, COMPARED)) {
            Optional<Location> found = atlas.locate(point);
            List<String> expected = searched(point);
            List<String> actual = found.map(LocateBenchmark::parts).orElse(List.of());
            if (!actual.equals(expected)) {
                throw new IllegalStateException(point + ": " + actual + " but searched " + expected);
            }
            outside += found.isEmpty() ? 1 : 0;
        }
        System.out.printf("%d areas; %d answers equal a full search (%d outside)%n", areas.size(), COMPARED, outside);
    }

    private List<String> searched(GeoPoint point) {
        Geometry at = GEOMETRY.createPoint(new Coordinate(point.longitude(), point.latitude()));
        Optional<Area> grid = lowest(AreaLevel.GRID, "", at);
        return grid.map(area -> java.util.stream.Stream.of(
                                Optional.of(area),
                                lowest(AreaLevel.DEDICATED, area.code(), at),
                                lowest(AreaLevel.MICRO, area.code(), at))
                        .map(part -> part.map(Area::code).orElse("-"))
                        .toList())
                .orElse(List.of());
    }

    private Optional<Area> lowest(AreaLevel level, String prefix, Geometry at) {
        return areas.stream()
                .filter(area -> area.level() == level && area.code().startsWith(prefix))
                .filter(area -> area.outline().covers(at))
                .min(Comparator.comparing(Area::code));
    }

    private static List<String> parts(Location location) {
        String dedicated = location.dedicated();
        String micro = location.micro();
        return List.of(location.grid(), dedicated == null ? "-" : dedicated, micro == null ? "-" : micro);
    }

    private void measure(int round) {
        int found = 0;
        long start = System.nanoTime();
        long startOfWork = worked();
        for (GeoPoint point : points) {
            found += atlas.locate(point).isPresent() ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double work = (worked() - startOfWork) / 1e9;
        System.out.printf(
                "round %2d: %,10.0f look-ups a second, %,10.0f a second of processor time (%d inside)%n",
                round, POINTS / seconds, POINTS / work, found);
    }

    /** Each look-up by itself; reading the clock costs some 30 ns of it. */
    private void single() {
        long[] nanos = points.stream()
                .mapToLong(point -> {
                    long start = System.nanoTime();
                    atlas.locate(point);
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "one look-up: p50 %.2f µs, p99 %.2f µs%n",
                nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
    }

    /** Nanoseconds of processor time of this thread: what a busy machine does not spoil. */
    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
