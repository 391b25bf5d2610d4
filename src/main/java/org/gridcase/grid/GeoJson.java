package org.gridcase.grid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Writes areas as a GeoJSON FeatureCollection (RFC 7946), streaming, so that a whole city fits. */
public final class GeoJson {
    private static final JsonFactory JSON = new JsonFactory();

    private GeoJson() {}

    public static void write(Iterable<Area> areas, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (Area area : areas) {
                feature(json, area);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void feature(JsonGenerator json, Area area) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        json.writeStringField("code", area.code());
        json.writeStringField("level", area.level().label());
        if (area.parent() != null) {
            json.writeStringField("parent", area.parent());
        }
        json.writeStringField("name", area.name());
        if (area.kind() != null) {
            json.writeStringField("kind", area.kind());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        geometry(json, area.outline());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void geometry(JsonGenerator json, Geometry outline) throws IOException {
        boolean several = outline instanceof MultiPolygon;
        json.writeStringField("type", several ? "MultiPolygon" : "Polygon");
        json.writeFieldName("coordinates");
        if (several) {
            json.writeStartArray();
        }
        for (int i = 0; i < outline.getNumGeometries(); i++) {
            polygon(json, (Polygon) outline.getGeometryN(i));
        }
        if (several) {
            json.writeEndArray();
        }
    }

    private static void polygon(JsonGenerator json, Polygon polygon) throws IOException {
        json.writeStartArray();
        ring(json, polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(json, polygon.getInteriorRingN(i));
        }
        json.writeEndArray();
    }

    private static void ring(JsonGenerator json, LinearRing ring) throws IOException {
        CoordinateSequence points = ring.getCoordinateSequence();
        json.writeStartArray();
        for (int i = 0; i < points.size(); i++) {
            json.writeStartArray();
            json.writeNumber(points.getX(i));
            json.writeNumber(points.getY(i));
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
