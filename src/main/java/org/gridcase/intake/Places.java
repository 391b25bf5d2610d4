package org.gridcase.intake;

import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Reads a place as forms send it. */
public final class Places {

    private Places() {}

    /**
     * @param text {@code longitude,latitude} in degrees, or nothing
     * @return the point; none if {@code text} is missing
     * @throws ReportRefused if it is no point on the globe
     */
    public static @Nullable GeoPoint parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] parts = text.split(",", -1);
        if (parts.length != 2) {
            throw ReportRefused.noPlace();
        }
        try {
            return new GeoPoint(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
        } catch (IllegalArgumentException e) {
            throw ReportRefused.noPlace();
        }
    }
}
