package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** Somebody else sent this photo. */
public class PhotoNotYours extends Refusal {

    private PhotoNotYours(String key, Object... arguments) {
        super(Kind.FORBIDDEN, key, arguments);
    }

    static PhotoNotYours of(PhotoId id) {
        return new PhotoNotYours("photo.notYours", id);
    }
}
