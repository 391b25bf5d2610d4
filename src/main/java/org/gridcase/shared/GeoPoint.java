package org.gridcase.shared;

/** A point on the ground: degrees in CGCS2000, which for our purposes is WGS-84. */
public record GeoPoint(double longitude, double latitude) {

    /** @throws IllegalArgumentException if not finite or outside the globe */
    public GeoPoint {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("not a point on the globe: " + longitude + ", " + latitude);
        }
    }
}
