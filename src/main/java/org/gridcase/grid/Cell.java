package org.gridcase.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/** An area made ready for asking whether a point lies in it, between the areas above and below. */
final class Cell {
    /** Below this a plain ray is quicker than an index of edges, and takes no memory. */
    private static final int POINTS_WORTH_AN_INDEX = 200;

    private final Area area;
    private final @Nullable Cell parent;
    private final Envelope envelope;
    private final PointOnGeometryLocator locator;
    private final List<Cell> children = new ArrayList<>();

    Cell(Area area, @Nullable Cell parent) {
        this.area = area;
        this.parent = parent;
        this.envelope = area.outline().getEnvelopeInternal();
        this.locator = locator(area.outline());
        if (parent != null) {
            parent.children.add(this);
        }
    }

    private static PointOnGeometryLocator locator(Geometry outline) {
        return outline.getNumPoints() < POINTS_WORTH_AN_INDEX
                ? new Rings(outline)
                : new IndexedPointInAreaLocator(outline);
    }

    Area area() {
        return area;
    }

    String code() {
        return area.code();
    }

    Envelope envelope() {
        return envelope;
    }

    List<Area> children() {
        return children.stream().map(Cell::area).toList();
    }

    /** Only below the city, which is the only area without one. */
    private Cell above() {
        if (parent == null) {
            throw new IllegalStateException("nothing above " + code());
        }
        return parent;
    }

    /** The border belongs to the area, on the outside as around a hole. */
    boolean covers(Coordinate point) {
        return envelope.covers(point.x, point.y) && locator.locate(point) != Location.EXTERIOR;
    }

    /** Where a point in this grid lies, upward by parentage and downward by place. */
    org.gridcase.grid.Location locate(Coordinate point) {
        Cell community = above();
        Cell street = community.above();
        return new org.gridcase.grid.Location(
                street.above().code(),
                street.code(),
                community.code(),
                code(),
                part(AreaLevel.DEDICATED, point),
                part(AreaLevel.MICRO, point));
    }

    /** Children are in the order of their codes, so on a shared border the lowest wins. */
    private @Nullable String part(AreaLevel level, Coordinate point) {
        for (int i = 0; i < children.size(); i++) {
            Cell child = children.get(i);
            if (child.area.level() == level && child.covers(point)) {
                return child.code();
            }
        }
        return null;
    }
}
