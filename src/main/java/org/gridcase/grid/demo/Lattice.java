package org.gridcase.grid.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridcase.shared.GeoPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A square net over the city, pulled out of shape. Every border runs along its knots, so neighbours share each corner
 * exactly, and nothing overlaps or gapes.
 */
final class Lattice {
    static final GeoPoint CENTRE = new GeoPoint(113.6254, 34.7466);

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double HALF_SIDE_METRES = 9_800;
    private static final double METRES_PER_DEGREE = 111_195;
    /** How far the corners of the square are drawn in. */
    private static final double ROUNDING = 0.4;
    /** Of the distance between knots; more, and cells could fold over. */
    private static final double JITTER = 0.22;
    /** About a centimetre, which keeps files short. */
    private static final double DECIMALS = 1e7;

    private final int size;
    private final Coordinate[] knots;

    /** @param size cells along one side */
    Lattice(int size, Random random) {
        this.size = size;
        this.knots = new Coordinate[(size + 1) * (size + 1)];
        Waves eastward = new Waves(random);
        Waves northward = new Waves(random);
        for (int row = 0; row <= size; row++) {
            for (int column = 0; column <= size; column++) {
                double u = 2.0 * column / size - 1;
                double v = 2.0 * row / size - 1;
                double x = HALF_SIDE_METRES * u * Math.sqrt(1 - ROUNDING * v * v);
                double y = HALF_SIDE_METRES * v * Math.sqrt(1 - ROUNDING * u * u);
                knots[row * (size + 1) + column] =
                        onEarth(x + eastward.at(x, y) + jitter(random), y + northward.at(x, y) + jitter(random));
            }
        }
    }

    private double jitter(Random random) {
        return (random.nextDouble() - 0.5) * JITTER * 2 * HALF_SIDE_METRES / size;
    }

    private static Coordinate onEarth(double x, double y) {
        double shrink = StrictMath.cos(StrictMath.toRadians(CENTRE.latitude()));
        return new Coordinate(
                rounded(CENTRE.longitude() + x / (METRES_PER_DEGREE * shrink)),
                rounded(CENTRE.latitude() + y / METRES_PER_DEGREE));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }

    Block all() {
        return new Block(0, 0, size, size);
    }

    Polygon outline(Block block) {
        List<Coordinate> ring = new ArrayList<>();
        for (int x = block.west(); x < block.east(); x++) {
            ring.add(knot(x, block.south()));
        }
        for (int y = block.south(); y < block.north(); y++) {
            ring.add(knot(block.east(), y));
        }
        for (int x = block.east(); x > block.west(); x--) {
            ring.add(knot(x, block.north()));
        }
        for (int y = block.north(); y >= block.south(); y--) {
            ring.add(knot(block.west(), y));
        }
        return GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    private Coordinate knot(int column, int row) {
        return knots[row * (size + 1) + column];
    }
}
