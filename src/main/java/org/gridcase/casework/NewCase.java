package org.gridcase.casework;

import java.util.List;
import org.gridcase.grid.Location;
import org.gridcase.photo.PhotoId;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A report that becomes a case.
 *
 * @param channel how it came: {@code resident}, {@code worker}, {@code open311} …
 * @param actor whose act this is on the timeline: an account, or {@code resident}
 * @param serviceCode the class the reporter chose, such as {@code M06010}; none leaves it to the assistant
 * @param address in words, as the reporter gave it
 * @param photos stored photos of how it looks
 */
public record NewCase(
        String channel,
        String actor,
        String description,
        GeoPoint place,
        Location location,
        @Nullable String address,
        @Nullable String serviceCode,
        List<PhotoId> photos) {}
