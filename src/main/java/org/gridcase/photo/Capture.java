package org.gridcase.photo;

import java.time.Instant;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Where and when a photo was taken, as far as anybody said so. */
public record Capture(@Nullable GeoPoint place, @Nullable Instant takenAt) {
    public static final Capture UNKNOWN = new Capture(null, null);
}
