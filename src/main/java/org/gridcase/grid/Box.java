package org.gridcase.grid;

import java.util.Arrays;
import org.gridcase.shared.GeoPoint;
import org.locationtech.jts.geom.Envelope;

/** A rectangle in degrees. */
public record Box(double west, double south, double east, double north) {

    /** @throws InvalidBox if empty, inside out, not finite or outside the globe */
    public Box {
        if (!(west >= -180 && west < east && east <= 180 && south >= -90 && south < north && north <= 90)) {
            throw InvalidBox.of(west + "," + south + "," + east + "," + north);
        }
    }

    /**
     * @param text {@code west,south,east,north}
     * @throws InvalidBox if it is not
     */
    public static Box of(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 || text.length() > 200) {
            throw InvalidBox.of(text);
        }
        try {
            double[] edges =
                    Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
            return new Box(edges[0], edges[1], edges[2], edges[3]);
        } catch (NumberFormatException e) {
            throw InvalidBox.of(text);
        }
    }

    static Box of(Envelope envelope) {
        return new Box(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    public GeoPoint centre() {
        return new GeoPoint((west + east) / 2, (south + north) / 2);
    }

    Envelope envelope() {
        return new Envelope(west, east, south, north);
    }
}
