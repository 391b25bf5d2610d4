package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** No such photo, or none for this reader. */
public class PhotoNotFound extends Refusal {

    private PhotoNotFound(String key, Object... arguments) {
        super(Kind.NOT_FOUND, key, arguments);
    }

    public static PhotoNotFound of(PhotoId id) {
        return new PhotoNotFound("photo.notFound", id);
    }
}
