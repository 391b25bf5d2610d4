package org.gridcase.grid;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Says where a point lies by counting the edges that a ray from it crosses. JTS judges each edge, exactly; edges that
 * cannot matter are passed over without asking it, and packed coordinates are read in place, unlike JTS's own locator.
 */
final class Rings implements PointOnGeometryLocator {
    private final CoordinateSequence[] rings;

    Rings(Geometry outline) {
        List<LinearRing> lines = new ArrayList<>();
        LinearComponentExtracter.getLines(outline, lines);
        this.rings = lines.stream().map(LinearRing::getCoordinateSequence).toArray(CoordinateSequence[]::new);
    }

    @Override
    public int locate(Coordinate point) {
        RayCrossingCounter counter = new RayCrossingCounter(point);
        for (CoordinateSequence ring : rings) {
            count(ring, point, counter);
        }
        return counter.getLocation();
    }

    private static void count(CoordinateSequence ring, Coordinate point, RayCrossingCounter counter) {
        boolean wasAbove = ring.getY(0) > point.y;
        boolean wasBelow = ring.getY(0) < point.y;
        for (int i = 1; i < ring.size() && !counter.isOnSegment(); i++) {
            boolean above = ring.getY(i) > point.y;
            boolean below = ring.getY(i) < point.y;
            if (!(above && wasAbove) && !(below && wasBelow)) {
                counter.countSegment(ring.getCoordinate(i - 1), ring.getCoordinate(i));
            }
            wasAbove = above;
            wasBelow = below;
        }
    }
}
