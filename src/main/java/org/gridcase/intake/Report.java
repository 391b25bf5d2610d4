package org.gridcase.intake;

import java.util.List;
import org.gridcase.photo.PhotoId;
import org.gridcase.photo.Uploader;
import org.gridcase.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports, by whichever door.
 *
 * @param channel {@code resident}, {@code worker}, {@code open311} …
 * @param sender whose act this is: an account, or {@code resident}; with the key it identifies a retry
 * @param uploader who uploaded the photos
 * @param serviceCode a class such as {@code M06010}; none leaves it to the assistant
 */
public record Report(
        String channel,
        String sender,
        Uploader uploader,
        String description,
        @Nullable GeoPoint place,
        @Nullable String address,
        @Nullable String serviceCode,
        List<PhotoId> photos,
        Contact contact) {

    /** How to reach the reporter; every part may be missing. */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {
        public static final Contact NONE = new Contact(null, null, null);
    }
}
