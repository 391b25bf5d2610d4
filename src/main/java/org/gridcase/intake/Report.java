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

    /** No text of ours holds NUL, which the database cannot keep. */
    public Report {
        description = clean(description);
        address = address == null ? null : clean(address);
    }

    private static String clean(String text) {
        return text.replace("\u0000", "");
    }

    /** How to reach the reporter; every part may be missing. */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {
        public static final Contact NONE = new Contact(null, null, null);

        public Contact {
            name = name == null ? null : clean(name);
            phone = phone == null ? null : clean(phone);
            email = email == null ? null : clean(email);
        }
    }
}
