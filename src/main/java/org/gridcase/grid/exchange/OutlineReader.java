package org.gridcase.grid.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads a GeoJSON Polygon or MultiPolygon. */
final class OutlineReader {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static final int CORNERS_OF_A_TRIANGLE = 4; // the first comes again

    private int pointsLeft;

    OutlineReader(int mostPoints) {
        this.pointsLeft = mostPoints;
    }

    /** Nothing if it is something else, or has too many corners. */
    Optional<Geometry> read(JsonNode geometry) {
        try {
            return Optional.ofNullable(
                    switch (geometry.path("type").asText("")) {
                        case "Polygon" -> polygon(geometry.path("coordinates"));
                        case "MultiPolygon" -> several(geometry.path("coordinates"));
                        default -> null;
                    });
        } catch (IllegalArgumentException e) {
            // JTS and ours: an open or too short ring, a corner that is none
            return Optional.empty();
        }
    }

    private Geometry several(JsonNode polygons) {
        require(polygons.size() > 0);
        return GEOMETRY.createMultiPolygon(elements(polygons).map(this::polygon).toArray(Polygon[]::new));
    }

    private Polygon polygon(JsonNode rings) {
        require(rings.size() > 0);
        List<LinearRing> all = elements(rings).map(this::ring).toList();
        return GEOMETRY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode points) {
        pointsLeft -= points.size();
        require(points.size() >= CORNERS_OF_A_TRIANGLE && pointsLeft >= 0);
        List<Coordinate> ring = new ArrayList<>(points.size());
        for (JsonNode point : points) {
            ring.add(point(point));
        }
        return GEOMETRY.createLinearRing(ring.toArray(Coordinate[]::new));
    }

    private static Coordinate point(JsonNode point) {
        require(point.path(0).isNumber() && point.path(1).isNumber());
        double longitude = point.get(0).doubleValue();
        double latitude = point.get(1).doubleValue();
        require(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90);
        return new Coordinate(longitude, latitude);
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("not an outline");
        }
    }
}
